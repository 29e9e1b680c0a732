using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>
/// Rows that differ and share one value of a column, or one day of a time. What a column holds in rows that are equal is not known, so that a column of one value everywhere is said too; all columns
/// that cover all rows are said together. Few rows share a value by chance: five make a rule.
/// </summary>
sealed class PartitionRule : RowRule
{
    const int FewestRows = 5, MostColumns = 3;

    public override bool SaysWhere => true;

    public override IEnumerable<Explanation> Of(LookedRows looked)
    {
        if (Of(looked, [.. looked.Rows], "differing rows") is { } whole)
            return [whole];
        return Enum.GetValues<RowChange>().Select(change => Of(looked, looked.Of(change), LookedRows.Said(change))).OfType<Explanation>();
    }

    static Explanation? Of(LookedRows looked, List<DifferingRow> rows, string what)
    {
        if (rows.Count < FewestRows)
            return null;
        var found = looked.Places.Where(i => looked.Columns[i].Column.As is not (ComparedAs.FloatingPoint or ComparedAs.Bytes) && !rows.Exists(r => r.Differs[i]))
            .SelectMany(i => new[] { Value(looked, i, rows), Day(looked, i, rows) }.OfType<Shared>().Take(1)).ToList();
        if (found.Count == 0)
            return null;
        var most = found.Max(f => f.Covered);
        var said = found.Where(f => f.Covered == most).Take(most == rows.Count ? MostColumns : 1).ToList();
        return new($"{Said.Beginning(most, rows.Count, what)} have {string.Join(" and ", said.Select(s => s.Phrase))}.", null, most, rows.Count, Coverage.CounterExamples(rows.Where(r => !said[0].Has(r))));
    }

    static Shared? Value(LookedRows looked, int place, List<DifferingRow> rows)
    {
        // NULL is what many columns hold in most rows.
        if (Coverage.Majority(rows.Select(r => new Cell(r.Cells[place]))) is not { } value || value.Value is null && !looked.Key.Contains(place))
            return null;
        return Enough($"{looked.Columns[place].Name} = {Said.Value(looked.Columns[place].Column.As, value.Value)}", r => RowEquality.CellsEqual(r.Cells[place], value.Value), rows);
    }

    static Shared? Day(LookedRows looked, int place, List<DifferingRow> rows) =>
        looked.Columns[place].Column.As == ComparedAs.Time && Coverage.Majority(rows.Select(r => r.Cells[place]).OfType<DateTime>().Select(t => t.Date)) is { } day
            ? Enough($"{looked.Columns[place].Name} on {Said.Value(ComparedAs.Date, day)}", r => r.Cells[place] is DateTime time && time.Date == day, rows) : null;

    static Shared? Enough(string phrase, Func<DifferingRow, bool> has, List<DifferingRow> rows)
    {
        var least = Coverage.Least(rows.Count);
        return Coverage.Count(rows, has, least) is var covered && covered >= least ? new(phrase, has, covered) : null;
    }

    sealed record Shared(string Phrase, Func<DifferingRow, bool> Has, int Covered);
}
