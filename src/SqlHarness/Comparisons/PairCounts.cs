namespace SqlHarness.Comparisons;

/// <summary>What one pass over the joined rows counted.</summary>
/// <param name="Lefts">Joined rows with a left side; more than the left side has rows where a key of the right stands twice.</param>
/// <param name="Rights">Joined rows with a right side.</param>
/// <param name="Pairs">Joined rows with both.</param>
/// <param name="Modified">Pairs that differ.</param>
/// <param name="Open">Pairs that are not decided; nothing else counts them but <paramref name="Pairs"/>.</param>
/// <param name="Columns">For each column what the pairs have; equal cells are not counted by the engine.</param>
sealed record PairCounts(long Lefts, long Rights, long Pairs, long Modified, long Open, IReadOnlyList<ColumnCounts> Columns)
{
    public RowComparison Counted => new(Pairs - Modified - Open, Modified, Rights - Pairs, Lefts - Pairs, 0, Columns);
}
