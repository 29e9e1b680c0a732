namespace SqlHarness.Comparisons;

/// <summary>A column in the rows that both sides have, one count for each pair of cells; the first four add up to the pairs. A NULL beside a row that is not there is no pair.</summary>
/// <param name="Equal">Cells that are equal, within the column's tolerance if it has one; NULL equals NULL.</param>
/// <param name="Different">Cells that differ, neither NULL.</param>
/// <param name="LeftNull">Cells that are NULL on the left only.</param>
/// <param name="RightNull">Cells that are NULL on the right only.</param>
/// <param name="Hidden">Cells that are equal by the column's tolerance alone.</param>
public sealed record ColumnCounts(long Equal, long Different, long LeftNull, long RightNull, long Hidden)
{
    internal static readonly ColumnCounts None = new(0, 0, 0, 0, 0);

    /// <summary>Cells that differ, by whatever.</summary>
    public long Unequal => Different + LeftNull + RightNull;
}
