using System.Globalization;
using System.Xml.Linq;
using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>
/// A comparison as a test suite of JUnit: schema, rows, each column and the totals of each level are test cases. A column fails by rows that differ; one that is ignored was skipped. A schema fails
/// by columns of one side alone, as it makes the verdict: other types and names are said in its output.
/// </summary>
static class ComparisonJUnit
{
    const int MostNames = 10;
    const int MostCharacters = 60;

    /// <summary>The XML, with its declaration.</summary>
    public static string Of(TableComparison comparison, Mask mask)
    {
        var shown = Presented.Of(comparison, mask);
        List<XElement> cases = [Schema(shown), Rows(shown), .. shown.Columns.Select(Column), .. shown.Totals is { } totals ? Levels(totals) : []];
        if (shown.Verdict == Verdict.Different && cases.TrueForAll(c => c.Element("failure") is null))
            cases.Add(Case("verdict", "verdict", Headline.Of(shown)));
        var (failures, skipped) = (cases.Count(c => c.Element("failure") is not null), cases.Count(c => c.Element("skipped") is not null));
        var seconds = shown.Run.Elapsed.TotalSeconds.ToString("0.000", CultureInfo.InvariantCulture);
        var name = Printable.Of($"{shown.Left} and {shown.Right}");
        XAttribute[] counts = [new("tests", cases.Count), new("failures", failures), new("errors", 0), new("skipped", skipped), new("time", seconds)];
        var suite = new XElement("testsuite", new XAttribute("name", name), counts, cases, Output($"{Headline.Of(shown)}\ncompared by {Words.Run(shown.Run)}{string.Concat(Remarks(shown).Select(r => "\n" + r))}"));
        return $"<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{new XElement("testsuites", new XAttribute("name", "sqlharness compare"), counts.Where(c => c.Name != "skipped"), suite)}\n";
    }

    static XElement Schema(TableComparison shown)
    {
        var alone = shown.Schema.Differences.Where(d => d.Change is SchemaChange.Missing or SchemaChange.Added).ToList();
        var test = Case("schema", "schema", alone.Count == 0 ? null
            : string.Join("; ", new[] { Alone(SchemaChange.Missing, "missing on the right"), Alone(SchemaChange.Added, "on the right alone") }.Where(s => s.Length > 0)));
        if (shown.Schema.Differences.Count > 0)
            test.Add(Output(string.Join('\n', shown.Schema.Differences.Select(d => Printable.Of($"{Words.Change(d.Change)}: {d.Column}: {d.Left ?? "nothing"} on the left, {d.Right ?? "nothing"} on the right. {d.Meaning}")))));
        return test;

        string Alone(SchemaChange change, string where)
        {
            var names = alone.Where(d => d.Change == change).Select(d => Printable.Of(d.Column)).ToList();
            return names.Count == 0 ? "" : $"{(names.Count == 1 ? "column" : $"{Words.Number(names.Count)} columns")} {where}: {string.Join(", ", names.Take(MostNames))}{(names.Count > MostNames ? ", …" : "")}";
        }
    }

    static XElement Rows(TableComparison shown)
    {
        var rows = shown.Rows;
        if (rows.IsEqual)
            return Case("rows", "rows", null);
        var example = shown.Examples is [var first, ..] ? $"; the first: {Example(ShownRow.Of(shown, first, MostCharacters))}" : "";
        return Case("rows", "rows", $"{Words.Number(rows.Modified)} modified, {Words.Number(rows.Added)} added and {Words.Number(rows.Removed)} removed beside {Words.Count(rows.Identical, "identical row")}{example}");
    }

    static string Example(ShownRow row) => row.Change == RowChange.Modified ? $"{row.KeyText}: {string.Join(", ", row.Differing.Take(MostNames).Select(c => $"{c.Column} {c.Left} → {c.Right}"))}"
        : $"{Words.Snake(row.Change)} {string.Join(", ", row.Key.Concat(row.Cells).Take(MostNames).Select(c => $"{c.Column} {c.Left}"))}";

    static XElement Column(ColumnComparison column)
    {
        var counts = column.Counts;
        var pairs = counts.Equal + counts.Unequal;
        string[] nulls = [.. new[] { (counts.LeftNull, "left"), (counts.RightNull, "right") }.Where(n => n.Item1 > 0).Select(n => $"{Words.Number(n.Item1)} NULL on the {n.Item2} only")];
        var test = Case("columns", column.Name, counts.Unequal == 0 || column.IsIgnored ? null
            : $"{Words.Number(counts.Unequal)} of {Words.Count(pairs, "row")} {(counts.Unequal == 1 ? "differs" : "differ")} ({Words.Share(counts.Unequal, pairs)}){string.Concat(nulls.Select(n => ", " + n))}");
        if (column.IsIgnored)
            test.Add(new XElement("skipped", new XAttribute("message", $"ignored; {Words.Count(counts.Unequal, "row")} {(counts.Unequal == 1 ? "differs" : "differ")}")));
        else if (counts.Hidden > 0)
            test.Add(Output($"{Words.Count(counts.Hidden, "row")} equal only {Printable.Of(column.Tolerance ?? "by a rule")}"));
        return test;
    }

    static IEnumerable<XElement> Levels(TotalsComparison totals)
    {
        for (var depth = 0; depth <= totals.Levels.Count; depth++)
        {
            var groups = totals.All.All.Where(g => g.Key.Count == depth).ToList();
            var differing = groups.Where(g => g.Differs).ToList();
            yield return Case("totals", depth == 0 ? "all rows" : totals.Levels[depth - 1], differing.Count == 0 ? null
                : $"{(depth == 0 ? "" : $"{Words.Number(differing.Count)} of {Words.Count(groups.Count, "group")} looked at {(differing.Count == 1 ? "differs" : "differ")}; the first, ")}{Group(totals, differing[0])}");
        }
    }

    static string Group(TotalsComparison totals, TotalGroup group)
    {
        var name = group.Key.Count == 0 ? "all rows" : string.Join(", ", group.Key.Select((cell, i) => $"{Printable.Of(totals.Levels[i])} {CellTexts.Of(cell)}"));
        return group.Left is null ? $"{name}, is on the right alone" : group.Right is null ? $"{name}, is on the left alone"
            : $"{name}: {string.Join("; ", Ladder.Totals(totals, group).Take(MostNames).Select(t => $"{t.Measure} is {t.Left} on the left and {t.Right} on the right"))}";
    }

    static IEnumerable<string> Remarks(TableComparison shown) =>
    [
        .. shown.Totals is { } totals ? Ladder.Remarks(totals) : [],
        .. shown.Hidden.Select(h => $"{Printable.Of(h.Rule)}{(h.Column is { } column ? $" on {Printable.Of(column)}: hid differences in" : ": left out")} {Words.Count(h.Rows, "row")}"),
        .. shown.Explanations.Select(Words.Explained),
    ];

    static XElement Case(string className, string name, string? failure)
    {
        var test = new XElement("testcase", new XAttribute("classname", className), new XAttribute("name", Printable.Of(name)));
        if (failure is not null)
            test.Add(new XElement("failure", new XAttribute("message", failure), new XAttribute("type", "difference"), failure));
        return test;
    }

    static XElement Output(string text) => new("system-out", text);
}
