using System.Globalization;

namespace SqlHarness.Comparisons;

/// <summary>Floating-point numbers of which one is in single precision, or that lie as near to each other as sums in another order do.</summary>
sealed class NoiseRule : ColumnRule
{
    const double Noise = 1e-9;

    public override IEnumerable<CellRule> Of(DifferingCells cells)
    {
        var apart = cells.Known<double>().Select(p => Apart(p.Left, p.Right)).Where(part => part <= Noise).ToList();
        if (apart.Count > 0)
            yield return CellRule.Known<double>($"differs by floating-point rounding alone, at most {RoundedUp(apart.Max())} of its value", (left, right) => Apart(left, right) <= Noise);
        yield return CellRule.Known<double>("is in single precision on the right", (left, right) => (float)left == right);
        yield return CellRule.Known<double>("is in single precision on the left", (left, right) => (float)right == left);
    }

    // To two digits, so that "at most" stays true.
    static string RoundedUp(double part)
    {
        var unit = Math.Pow(10, Math.Floor(Math.Log10(part)) - 1);
        return (Math.Ceiling(part / unit) * unit).ToString("0.#E0", CultureInfo.InvariantCulture);
    }

    static double Apart(double left, double right) => Math.Abs(left - right) / Math.Max(Math.Abs(left), Math.Abs(right));
}
