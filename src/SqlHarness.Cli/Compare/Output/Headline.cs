using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>The verdict in one sentence.</summary>
static class Headline
{
    /// <summary>The verdict in a word or two.</summary>
    public static string Word(Verdict verdict) => verdict switch
    {
        Verdict.Identical => "identical",
        Verdict.EqualWithinRules => "equal within the rules",
        Verdict.SampleEqual => "equal in a sample",
        _ => "different",
    };

    /// <summary>The sentence.</summary>
    public static string Of(TableComparison comparison) => $"{Word(comparison.Verdict)}: {Why(comparison)}";

    /// <summary>The sentence without the verdict's word.</summary>
    public static string Why(TableComparison comparison) => comparison.Verdict switch
    {
        Verdict.Identical => $"{Rows(comparison)}, {Columns(comparison)}",
        Verdict.EqualWithinRules => $"{Rows(comparison)}; {Rules(comparison)}",
        Verdict.SampleEqual => $"{Words.Count(comparison.Rows.Identical, "row")} compared, {Columns(comparison)}; nothing is said of the others",
        _ => string.Join("; ", Differences(comparison)),
    };

    static string Rows(TableComparison comparison) => comparison.Rows.Identical == 0 ? "neither side has a row" : Words.Count(comparison.Rows.Identical, "row");

    static string Columns(TableComparison comparison) => Words.Count(comparison.Columns.Count(c => !c.IsIgnored), "column");

    static string Rules(TableComparison comparison) => comparison.Hidden.Where(h => h.Rows > 0).ToList() switch
    {
        [{ Column: { } column } one] => $"'{Printable.Of(one.Rule)}' on {Printable.Of(column)} hid differences in {Words.Count(one.Rows, "row")}",
        [var one] => $"'{Printable.Of(one.Rule)}' left out {Words.Count(one.Rows, "row")}",
        // Two rules may have hid something in one row.
        var hidden => $"{Words.Count(hidden.Count, "rule")} hid differences",
    };

    static IEnumerable<string> Differences(TableComparison comparison)
    {
        var rows = comparison.Rows;
        string[] changes = [.. ChangedRows(rows)];
        if (changes.Length > 0)
            yield return string.Join(", ", changes);
        foreach (var (change, where) in new[] { (SchemaChange.Missing, "missing on the right"), (SchemaChange.Added, "on the right alone") })
        {
            var these = comparison.Schema.Differences.Where(d => d.Change == change).ToList();
            if (these.Count > 0)
                yield return these is [var one] ? $"column {Printable.Of(one.Column)} is {where}" : $"{Words.Number(these.Count)} columns are {where}";
        }

        if (changes.Length > 0)
            yield break;
        if (comparison.Totals is { All.Differs: true })
            yield return "totals differ";
        yield return rows.Identical == 0 ? "neither side has a row" : rows.Identical == 1 ? "the 1 row is equal in all else" : $"all {Words.Number(rows.Identical)} rows are equal in all else";
    }

    // 3 of 1,000 rows modified, 1 added, 2 removed: the first says of what.
    static IEnumerable<string> ChangedRows(RowComparison rows)
    {
        var isFirst = true;
        foreach (var (count, what) in new[] { (rows.Modified, "modified"), (rows.Added, "added"), (rows.Removed, "removed") }.Where(c => c.Item1 > 0))
        {
            yield return $"{(!isFirst ? Words.Number(count) : what == "added" ? Words.Count(count, "row") : $"{Words.Number(count)} of {Words.Count(rows.Identical + rows.Modified + rows.Removed, "row")}")} {what}";
            isFirst = false;
        }
    }
}
