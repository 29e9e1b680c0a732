namespace SqlHarness.Comparisons;

/// <summary>A row of a side in a query.</summary>
/// <typeparam name="TCells">The tree of its cells.</typeparam>
sealed class SideRow<TCells>
{
    public required TCells Cells { get; init; }

    /// <summary>One in every row, so that it is NULL where an outer join found none.</summary>
    public required int IsThere { get; init; }
}
