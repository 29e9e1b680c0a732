using System.Globalization;

namespace SqlHarness.Comparisons;

/// <summary>Numbers of a constant difference, or of a constant ratio: decimals exactly, floating-point numbers within <see cref="Doubles.Rounding"/>.</summary>
sealed class ShiftRule : ColumnRule
{
    public override IEnumerable<CellRule> Of(DifferingCells cells)
    {
        if (cells.As == ComparedAs.FloatingPoint)
            return OfDoubles(cells.Known<double>().Where(p => double.IsFinite(p.Left) && double.IsFinite(p.Right)).ToList());
        return cells.AreNumbers ? OfExact(ExactNumber.Pairs(cells).ToList()) : [];
    }

    static IEnumerable<CellRule> OfExact(List<(decimal Left, decimal Right)> pairs)
    {
        if (Coverage.Majority(pairs.Select(p => p.Right - p.Left)) is { } shift)
            yield return ExactNumber.Rule(Shifted(shift < 0, Said.Number(Math.Abs(shift))), (left, right) => right - left == shift);
        if (Coverage.Majority(pairs.Select(p => Fraction.Of(p.Right, p.Left)).OfType<Fraction>()) is { Over.IsZero: false } ratio)
            yield return ExactNumber.Rule($"on the right is {Multiple(ratio)}", (left, right) => Fraction.Of(right, left) == ratio);
    }

    static IEnumerable<CellRule> OfDoubles(List<(double Left, double Right)> pairs)
    {
        if (pairs.Count == 0)
            yield break;
        var shift = Doubles.Plain(Doubles.Median(pairs.Select(p => p.Right - p.Left)));
        if (shift != 0 && double.IsFinite(shift))
            yield return CellRule.Known<double>(Shifted(shift < 0, Text(Math.Abs(shift))), (left, right) => Doubles.AreNear(left + shift, right, Math.Max(Math.Abs(left), Math.Abs(right))) && !Doubles.AreNear(left, right));
        var ratios = pairs.Where(p => p.Left != 0).Select(p => p.Right / p.Left).Where(double.IsFinite).ToList();
        var ratio = ratios.Count == 0 ? 0 : Doubles.Plain(Doubles.Median(ratios));
        if (ratio != 0 && !Doubles.AreNear(ratio, 1))
            yield return CellRule.Known<double>($"on the right is {Multiple(ratio)}", (left, right) => left != 0 && Doubles.AreNear(left * ratio, right));
    }

    static string Shifted(bool isLess, string by) => $"on the right is left {(isLess ? "-" : "+")} {by}";

    static string Multiple(Fraction ratio)
    {
        if (ratio.Under.IsOne)
            return $"{ratio.Over.ToString(CultureInfo.InvariantCulture)} times left";
        if (ratio.Over.IsOne)
            return $"left / {ratio.Under.ToString(CultureInfo.InvariantCulture)}";
        // A ratio that ends as a decimal is said as one.
        var digits = Enumerable.Range(1, 10).Select(n => (n, Power: System.Numerics.BigInteger.Pow(10, n))).FirstOrDefault(d => (d.Power % ratio.Under).IsZero);
        return digits.n > 0 && System.Numerics.BigInteger.Abs(ratio.Over) < 1_000_000_000_000 && ratio.Under < 1_000_000_000_000
            ? $"{Said.Number((decimal)ratio.Over / (decimal)ratio.Under)} times left" : $"left * {ratio.Over.ToString(CultureInfo.InvariantCulture)} / {ratio.Under.ToString(CultureInfo.InvariantCulture)}";
    }

    static string Multiple(double ratio) => Doubles.AreNear(1 / ratio, Math.Round(1 / ratio)) && Math.Abs(ratio) < 1 ? $"left / {Text(Math.Round(1 / ratio))}" : $"{Text(ratio)} times left";

    static string Text(double number) => number.ToString("R", CultureInfo.InvariantCulture);
}
