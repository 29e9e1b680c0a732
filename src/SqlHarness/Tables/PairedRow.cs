namespace SqlHarness.Tables;

/// <summary>An expected row beside the actual one: both where some cells differ, one where the other side has no such row.</summary>
/// <param name="Expected">The expected cells; null for a row that should not be there.</param>
/// <param name="Actual">The actual cells; null for a row that is missing.</param>
public sealed record PairedRow(IReadOnlyList<object?>? Expected, IReadOnlyList<object?>? Actual)
{
    internal ColumnTolerances Tolerances { get; init; } = ColumnTolerances.None;

    /// <summary>Whether the cell of a column differs by more than its tolerance; never where a side is absent, as then the row differs as a whole.</summary>
    public bool Differs(int column) => Expected is not null && Actual is not null && !Tolerances.AreEqual(column, Expected[column], Actual[column]);
}
