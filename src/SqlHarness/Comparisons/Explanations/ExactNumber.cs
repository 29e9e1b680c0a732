using System.Globalization;

namespace SqlHarness.Comparisons;

/// <summary>Numbers that are held exactly, as decimals.</summary>
static class ExactNumber
{
    // Sums of two cannot overflow below it.
    const decimal End = 39_000_000_000_000_000_000_000_000_000m;

    /// <summary>A whole number or a decimal; null for whatever else.</summary>
    public static decimal? Of(object? value) => value switch
    {
        decimal number => Math.Abs(number) < End ? number : null,
        int or long or short or byte or sbyte or ushort or uint or ulong => Convert.ToDecimal(value, CultureInfo.InvariantCulture),
        _ => null,
    };

    /// <summary>The pairs of exact numbers among a column's differences.</summary>
    public static IEnumerable<(decimal Left, decimal Right)> Pairs(DifferingCells cells) =>
        cells.Pairs.Select(p => (Left: Of(p.Left), Right: Of(p.Right))).Where(p => p is { Left: not null, Right: not null }).Select(p => (p.Left!.Value, p.Right!.Value));

    /// <summary>A rule about exact numbers.</summary>
    public static CellRule Rule(string phrase, Func<decimal, decimal, bool> covers) => new(phrase, pair => Of(pair.Left) is { } left && Of(pair.Right) is { } right && covers(left, right));
}
