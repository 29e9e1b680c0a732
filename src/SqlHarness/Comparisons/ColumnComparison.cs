namespace SqlHarness.Comparisons;

/// <summary>How a column compares in the rows that both sides have.</summary>
/// <param name="Column">The column.</param>
/// <param name="Counts">What its cells are.</param>
/// <param name="IsKey">Whether it is of the key.</param>
/// <param name="IsIgnored">Whether it makes no row differ.</param>
/// <param name="Tolerance">How far its cells may differ, in words; null for not at all.</param>
public sealed record ColumnComparison(ComparedColumn Column, ColumnCounts Counts, bool IsKey, bool IsIgnored, string? Tolerance)
{
    /// <summary>Its name on the left.</summary>
    public string Name => Column.Name;

    /// <summary>Some rows of both sides in which its cells differ.</summary>
    public IReadOnlyList<DifferingRow> Examples { get; init; } = [];
}
