namespace SqlHarness.Comparisons;

/// <summary>
/// How the rows of two sides differ, counted. A key that stands once on each side at most makes a pair of rows; NULL is a key as any other. The rows of a key that stands more often are compared as
/// bags: as many as possible are identical, and what is left over was removed or added, since nobody can say which of them was which.
/// </summary>
/// <param name="Identical">Rows of both sides that are equal in every column, within its tolerance.</param>
/// <param name="Modified">Rows of both sides with one key that differ in some column.</param>
/// <param name="Added">Rows of the right side alone.</param>
/// <param name="Removed">Rows of the left side alone.</param>
/// <param name="NonUniqueKeys">Keys, not rows, that stand more than once on a side.</param>
/// <param name="Columns">The columns in the rows that both sides have, in order.</param>
public sealed record RowComparison(long Identical, long Modified, long Added, long Removed, long NonUniqueKeys, IReadOnlyList<ColumnCounts> Columns)
{
    /// <summary>Whether no row differs by more than the tolerances allow.</summary>
    public bool IsEqual => (Modified, Added, Removed) == (0, 0, 0);

    /// <summary>Whether a tolerance made rows equal that are not.</summary>
    public bool IsHiding => Columns.Any(c => c.Hidden > 0);

    /// <summary>These and others.</summary>
    public RowComparison And(RowComparison other) => new(Identical + other.Identical, Modified + other.Modified, Added + other.Added, Removed + other.Removed, NonUniqueKeys + other.NonUniqueKeys,
        [.. Columns.Zip(other.Columns, (one, more) => new ColumnCounts(one.Equal + more.Equal, one.Different + more.Different, one.LeftNull + more.LeftNull, one.RightNull + more.RightNull, one.Hidden + more.Hidden))]);
}
