using System.Globalization;

namespace SqlHarness.Comparisons;

/// <summary>Floating-point numbers, which are calculated with rounding.</summary>
static class Doubles
{
    /// <summary>How far two results may lie apart that would be equal in exact numbers, as a part of the larger one.</summary>
    public const double Rounding = 1e-12;

    public static bool AreNear(double one, double other, double magnitude = 0) => Math.Abs(one - other) <= Rounding * Math.Max(magnitude, Math.Max(Math.Abs(one), Math.Abs(other)));

    /// <summary>The number in the middle; NaN of none.</summary>
    public static double Median(IEnumerable<double> numbers)
    {
        var sorted = numbers.Order().ToList();
        return sorted.Count == 0 ? double.NaN : sorted[sorted.Count / 2];
    }

    /// <summary>Without what rounding has left behind the twelfth digit.</summary>
    public static double Plain(double number) => double.Parse(number.ToString("G12", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
