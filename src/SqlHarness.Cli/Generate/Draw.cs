namespace SqlHarness.Cli.Generate;

/// <summary>Random numbers that a seed determines, to the bit, on every machine.</summary>
/// <param name="seed">Where the numbers begin.</param>
sealed class Draw(ulong seed)
{
    // ln(1 - s) by atanh: with s below a third, so many terms leave nothing that a double could hold.
    const int TermsOfLogarithm = 16;
    const double Ln2 = 0.693147180559945309;

    ulong _state = seed;

    /// <summary>64 bits by SplitMix64 (Steele, Lea, Flood: Fast splittable pseudorandom number generators, 2014).</summary>
    public ulong Next()
    {
        var z = _state += 0x9E3779B97F4A7C15;
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }

    /// <summary>A number above 0 and up to 1.</summary>
    public double Unit() => ((Next() >> 11) + 1) * (1.0 / (1UL << 53));

    /// <summary>True so often: 0.01 is once in a hundred.</summary>
    public bool Chance(double share) => Unit() <= share;

    /// <summary>A number from 0 to below a bound.</summary>
    public long Below(long bound) => (long)Math.BigMul(Next(), (ulong)bound, out _);

    /// <summary>A waiting time, exponentially distributed with this mean.</summary>
    public long Exponential(long mean) => (long)(-mean * Ln(Unit()));

    // Math.Log is the platform's, and differs in its last bit; sums and products do not.
    static double Ln(double x)
    {
        var bits = BitConverter.DoubleToInt64Bits(x);
        var exponent = (bits >> 52) - 1023;
        var mantissa = BitConverter.Int64BitsToDouble((bits & 0xFFFFFFFFFFFFF) | (1023L << 52));
        var s = (mantissa - 1) / (mantissa + 1);
        var sum = 0.0;
        for (var term = TermsOfLogarithm; term >= 0; term--)
            sum = sum * s * s + 1.0 / (2 * term + 1);
        return exponent * Ln2 + 2 * s * sum;
    }
}
