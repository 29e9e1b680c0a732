using System.Globalization;

namespace SqlHarness.Engines.Sqlite;

/// <summary>Decimals as SQLite holds them: 64-bit integers of millionths, in every column alike, so that + and − and comparison need no scaling.</summary>
static class ScaledDecimal
{
    /// <summary>Digits after the point.</summary>
    public const int Scale = 6;

    /// <summary>Digits before it; 18 digits always fit 64 bits.</summary>
    public const int IntegerDigits = 12;

    const decimal Factor = 1_000_000m;

    public static decimal FromScaled(long scaled) => scaled / Factor;

    /// <summary>Whether a value has no more digits before the point than there is room for.</summary>
    public static bool Fits(decimal value) => Math.Abs(value) < 1_000_000_000_000m;

    /// <summary>A value known to fit.</summary>
    public static long ToScaled(decimal value) => (long)(value * Factor);

    /// <summary>A value in a query.</summary>
    /// <exception cref="EngineException">It is finer than the scale or too large.</exception>
    public static long InQuery(decimal value)
    {
        if (decimal.Round(value, Scale) != value || !Fits(value))
            throw new EngineException(string.Create(CultureInfo.InvariantCulture,
                $"The decimal {value} in a query does not fit SQLite's {IntegerDigits} digits before the point and {Scale} after it."));
        return ToScaled(value);
    }
}
