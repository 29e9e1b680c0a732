using System.Globalization;

namespace SqlHarness.Tables;

/// <summary>Numbers of any type, as tolerances see them. Floating-point numbers are what their shortest decimal text says, so that 0.31 lies 0.01 beside 0.3.</summary>
static class Numbers
{
    // Above it sums in decimals could overflow, and no double has a fraction.
    const double DecimalsEnd = 1e27;

    public static bool AreHeld(Type type) => !type.IsEnum && Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Decimal;

    public static bool AreWithin(object x, object y, decimal most) =>
        most > 0 && (Decimal(x) is { } a && Decimal(y) is { } b ? AreWithin(a, b, most) : Math.Abs(Double(x) - Double(y)) <= (double)most);

    public static bool AreWithinPart(object x, object y, double most) => x is double or float
        ? Math.Abs(Double(x) - Double(y)) <= most * Math.Min(Math.Max(Math.Abs(Double(x)), Math.Abs(Double(y))), double.MaxValue)
        : AreWithin(Exact(x), Exact(y), (decimal)most * Math.Max(Math.Abs(Exact(x)), Math.Abs(Exact(y))));

    public static object Rounded(object value, int digits) => Decimal(value) is { } number ? Math.Round(number, digits, MidpointRounding.AwayFromZero) : value;

    // The sum of two magnitudes could overflow.
    static bool AreWithin(decimal x, decimal y, decimal most) => x < 0 == y < 0 ? Math.Abs(x - y) <= most : Math.Abs(x) <= most && Math.Abs(y) <= most - Math.Abs(x);

    // None for what decimals do not hold.
    static decimal? Decimal(object value) => value switch
    {
        double number => Math.Abs(number) < DecimalsEnd ? Parsed(number.ToString("R", CultureInfo.InvariantCulture)) : null,
        float number => MathF.Abs(number) < DecimalsEnd ? Parsed(number.ToString("R", CultureInfo.InvariantCulture)) : null,
        _ => Exact(value),
    };

    static decimal Parsed(string text) => decimal.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    static decimal Exact(object value) => Convert.ToDecimal(value, CultureInfo.InvariantCulture);

    static double Double(object value) => Convert.ToDouble(value, CultureInfo.InvariantCulture);
}
