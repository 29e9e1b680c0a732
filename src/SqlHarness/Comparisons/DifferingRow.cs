namespace SqlHarness.Comparisons;

/// <summary>A row that differs.</summary>
/// <param name="Change">How.</param>
/// <param name="Left">The left side's cells, in the order of the comparison's columns and as they are compared; null where it has no such row.</param>
/// <param name="Right">The right side's.</param>
/// <param name="Differs">For each column whether its cells differ by more than its tolerance; none in a row of one side.</param>
public sealed record DifferingRow(RowChange Change, IReadOnlyList<object?>? Left, IReadOnlyList<object?>? Right, IReadOnlyList<bool> Differs)
{
    /// <summary>The cells of the side that has the row, the left one's where both have.</summary>
    public IReadOnlyList<object?> Cells => Left ?? Right!;
}
