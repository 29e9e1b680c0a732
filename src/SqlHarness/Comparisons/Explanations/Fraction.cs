using System.Numerics;

namespace SqlHarness.Comparisons;

/// <summary>An exact ratio, reduced.</summary>
/// <param name="Over">What stands above the line, with the sign.</param>
/// <param name="Under">What stands below it; above zero.</param>
readonly record struct Fraction(BigInteger Over, BigInteger Under)
{
    /// <summary>The ratio of two numbers; none to zero.</summary>
    public static Fraction? Of(decimal number, decimal to)
    {
        if (to == 0)
            return null;
        var (over, under) = (Whole(number) * Power(to.Scale), Whole(to) * Power(number.Scale));
        var common = BigInteger.GreatestCommonDivisor(over, under) * under.Sign;
        return new(over / common, under / common);
    }

    static BigInteger Power(byte scale) => BigInteger.Pow(10, scale);

    // The number without its point.
    static BigInteger Whole(decimal number)
    {
        var bits = decimal.GetBits(number);
        var magnitude = ((BigInteger)(uint)bits[2] << 64) | ((BigInteger)(uint)bits[1] << 32) | (uint)bits[0];
        return number < 0 ? -magnitude : magnitude;
    }
}
