namespace SqlHarness.Comparisons;

/// <summary>The differing rows that were looked at.</summary>
/// <param name="Columns">The columns, in the order of the rows' cells.</param>
/// <param name="Key">The places of the key's columns; none where rows were compared as one bag.</param>
/// <param name="Counted">All rows, counted.</param>
/// <param name="Rows">The rows, in no order that a rule may count on.</param>
sealed record LookedRows(IReadOnlyList<PlannedColumn> Columns, IReadOnlyList<int> Key, RowComparison Counted, IReadOnlyList<DifferingRow> Rows)
{
    /// <summary>The places of the columns that make rows differ; what others hold is not known of every row.</summary>
    public IEnumerable<int> Places => Enumerable.Range(0, Columns.Count).Where(i => !Columns[i].IsIgnored);

    /// <summary>A row's key: what counts of its cells.</summary>
    public IReadOnlyList<object?> KeyOf(DifferingRow row) => [.. Key.Select(k => Columns[k].Rule is { } tolerance ? tolerance.Form(row.Cells[k]) : row.Cells[k])];

    /// <summary>The rows of one side.</summary>
    public List<DifferingRow> Of(RowChange change) => [.. Rows.Where(r => r.Change == change)];

    /// <summary>What rows of a change are called.</summary>
    public static string Said(RowChange change) => $"{change.ToString().ToLowerInvariant()} rows";
}
