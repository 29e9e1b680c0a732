using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>A column as it is compared.</summary>
/// <param name="Column">The column of both sides.</param>
/// <param name="Tolerance">How far its values may differ; not at all if null.</param>
/// <param name="IsIgnored">Whether its differences are counted as hidden and make no row differ.</param>
sealed record PlannedColumn(ComparedColumn Column, Tolerance? Tolerance, bool IsIgnored)
{
    public string Name => Column.Name;

    /// <summary>The type that the values of both sides have in a query.</summary>
    public Type Type { get; } = CommonForm.TypeOf(Column);

    /// <summary>Whether a pair of cells may be NULL on one side.</summary>
    public bool CanBeNull => Column.Left.IsNullable || Column.Right.IsNullable;
}
