namespace SqlHarness.Comparisons;

/// <summary>Finds what differences have in common: one rule for a column, and rules about rows.</summary>
static class Explainer
{
    /// <summary>What the rows that were looked at have in common.</summary>
    /// <param name="columns">The columns, in the order of the rows' cells.</param>
    /// <param name="key">The places of the key's columns; none where rows were compared as one bag.</param>
    /// <param name="counted">All rows, counted.</param>
    /// <param name="looked">The differing rows that were looked at; their order changes nothing.</param>
    /// <returns>
    /// Rules that each cover nine in ten of what was looked at for them, and two rows; two swapped columns are said of one row already. Of a column only the rule that covers most, of those that cover
    /// as much the more specific (<see cref="ExplanationRules.OfColumns"/>). What says what differences are comes first, the rule that covers most rows before others; then what says where they are.
    /// </returns>
    public static IReadOnlyList<Explanation> Of(IReadOnlyList<PlannedColumn> columns, IReadOnlyList<int> key, RowComparison counted, IReadOnlyList<DifferingRow> looked)
    {
        if (looked.Count == 0)
            return [];
        var swaps = SwappedColumns.Of(columns, looked).ToList();
        var swapped = swaps.SelectMany(s => new[] { s.One, s.Other }).ToHashSet();
        var ofColumns = Enumerable.Range(0, columns.Count).Where(i => !swapped.Contains(i)).Select(i => OfColumn(DifferingCells.Of(columns, i, looked))).OfType<Explanation>();
        var rows = new LookedRows(columns, key, counted, looked);
        var what = swaps.Select(s => s.Explanation).Concat(ofColumns).Concat(Rows(false)).OrderByDescending(e => e.Covered);
        return [.. what, .. Rows(true)];

        IEnumerable<Explanation> Rows(bool where) => ExplanationRules.OfRows.Where(r => r.SaysWhere == where).SelectMany(r => r.Of(rows));
    }

    static Explanation? OfColumn(DifferingCells cells) => Coverage.Best(cells) is not var (rule, covered) ? null
        : new($"{cells.Column.Name} {rule.Phrase}, in {Said.Of(covered, cells.Pairs.Count, "differences")}.", cells.Column.Name, covered, cells.Pairs.Count,
            Coverage.CounterExamples(cells.Pairs.Where(p => !rule.Covers(p)).Select(p => p.Row)));
}
