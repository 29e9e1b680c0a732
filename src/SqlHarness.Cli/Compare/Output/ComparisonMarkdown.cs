using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>A comparison as a comment of a pull request: the verdict and the sums open, the rest to be opened.</summary>
static class ComparisonMarkdown
{
    const int MostColumns = 30;
    const int MostBelow = 10;
    const int MostGroups = 40;
    const int MostRows = 10;
    const int MostCells = 10;
    const int MostCharacters = 120;
    const int MostExample = 40;

    // A comment on GitHub holds 65,536 characters.
    const int MostOfAll = 60_000;

    /// <summary>The Markdown.</summary>
    public static string Of(TableComparison comparison, Mask mask)
    {
        var shown = Presented.Of(comparison, mask);
        var mark = shown.Verdict switch { Verdict.Different => "❌", Verdict.Identical => "✅", _ => "⚠️" };
        var text = $"### {mark} {MarkdownText.Of(Headline.Of(shown))}\n\n" + Sides(shown);
        var leftOut = 0;
        foreach (var section in Sections(shown))
        {
            if (text.Length + section.Length > MostOfAll)
                leftOut++;
            else
                text += section;
        }

        return (leftOut == 0 ? text : text + $"{Words.Count(leftOut, "part")} too long for a comment left out.\n\n") + $"<sub>compared by {MarkdownText.Of(Words.Run(shown.Run))}</sub>\n";
    }

    static string Sides(TableComparison shown)
    {
        var text = MarkdownText.Table(["", "", "rows:"], [["left", MarkdownText.Code(shown.Left), Words.Number(shown.Run.LeftRows)], ["right", MarkdownText.Code(shown.Right), Words.Number(shown.Run.RightRows)]]);
        return text + $"Key: {MarkdownText.Of(Words.Key(shown))}.{(Words.NonUnique(shown) is { } sentence ? " " + sentence : "")}\n\n";
    }

    static IEnumerable<string> Sections(TableComparison shown)
    {
        if (shown.Schema.Differences is { Count: > 0 } schema)
            yield return Part("Schema", schema.Count, "difference", Schema(schema));
        if (shown.Totals is { } totals)
            yield return Totals(totals);
        if (shown.Columns.Any(c => !c.IsIgnored && c.Counts.Unequal > 0))
            yield return Columns(shown);
        foreach (var (change, count) in new[] { (RowChange.Modified, shown.Rows.Modified), (RowChange.Added, shown.Rows.Added), (RowChange.Removed, shown.Rows.Removed) })
        {
            var rows = shown.Examples.Where(e => e.Change == change).Take(MostRows).Select(e => ShownRow.Of(shown, e, MostCharacters)).ToList();
            if (rows.Count > 0)
                yield return MarkdownText.Details(ExamplesText.Title(change, rows.Count, count), change == RowChange.Modified ? Modified(rows) : OneSided(rows));
        }

        if (shown.Explanations.Count > 0)
            yield return $"**What the differences have in common**\n\n{string.Concat(shown.Explanations.Select(e => $"- {MarkdownText.Of(Words.Explained(e))}\n"))}\n";
        if (shown.Hidden.Count > 0)
            yield return Part("Rules that could hide a difference", shown.Hidden.Count, "rule", Ledger(shown.Hidden));
    }

    // What is longer than a few lines is to be opened.
    static string Part(string title, int count, string what, string body) => count > 8 ? MarkdownText.Details($"{title}: {Words.Count(count, what)}", body) : $"**{title}**\n\n{body}";

    static string Schema(IReadOnlyList<SchemaDifference> differences) => MarkdownText.Table(["change", "column", "left", "right", "meaning"],
        differences.Take(MostColumns).Select(d => new[] { Words.Change(d.Change), MarkdownText.Code(d.Column), MarkdownText.Code(d.Left ?? ""), MarkdownText.Code(d.Right ?? ""), MarkdownText.Of(d.Meaning) }))
        + More(differences.Count - MostColumns, "difference");

    static string Totals(TotalsComparison totals)
    {
        var remarks = string.Concat(Ladder.Remarks(totals).Select(r => $"{MarkdownText.Of(r)}\n\n"));
        if (!totals.All.Differs)
            return $"**Totals**\n\n{remarks}";
        var lines = Ladder.Of(totals, MostBelow, MostGroups);
        var table = MarkdownText.Table(["", "total", "left:", "right:", "difference:"], lines.SelectMany(line => Rows(line))) + remarks;
        return lines.Count > 12 ? $"{MarkdownText.Table(["", "total", "left:", "right:", "difference:"], Rows(lines[0]))}{MarkdownText.Details(MarkdownText.Of(Ladder.Title(totals)), table)}" : $"**{MarkdownText.Of(Ladder.Title(totals))}**\n\n{table}";

        static IEnumerable<string[]> Rows(LadderLine line) => line.Totals.Count == 0 ? [[Indented(line), "", "", "", ""]]
            : line.Totals.Select((t, i) => new[] { i == 0 ? Indented(line) : "", MarkdownText.Of(t.Measure), MarkdownText.Code(t.Left), MarkdownText.Code(t.Right), MarkdownText.Code(t.Difference) });
    }

    static string Indented(LadderLine line) => string.Concat(Enumerable.Repeat("&emsp;", line.Depth)) + MarkdownText.Of(CellTexts.Cut(line.Text, MostCharacters));

    static string Columns(TableComparison shown)
    {
        var compared = shown.Columns.Where(c => !c.IsIgnored).ToList();
        var differing = compared.Where(c => c.Counts.Unequal > 0).ToList();
        string[] example = differing.Exists(c => c.Examples.Count > 0) ? ["for example"] : [];
        var table = MarkdownText.Table(["column", "differ:", "share:", "NULL on the left:", "NULL on the right:", "equal by rule:", .. example], differing.Take(MostColumns).Select(c => (string[])
        [
            MarkdownText.Code(c.Name), Words.Number(c.Counts.Unequal), MarkdownText.Of(Words.Share(c.Counts.Unequal, c.Counts.Equal + c.Counts.Unequal)), Words.Number(c.Counts.LeftNull), Words.Number(c.Counts.RightNull),
            Words.Number(c.Counts.Hidden), .. example.Select(_ => Example(shown, c)),
        ]));
        var equal = compared.Count - differing.Count;
        return Part("Columns that differ", differing.Count, "column", table + More(differing.Count - MostColumns, "column") + (equal > 0 ? ComparisonText.Equal(equal) + ".\n\n" : ""));
    }

    static string Example(TableComparison shown, ColumnComparison column) => ShownRow.ExampleOf(shown, column, MostExample) is var (cell, key)
        ? $"{MarkdownText.Code(cell.Left)} → {MarkdownText.Code(cell.Right)}{(key.Length == 0 ? "" : $" at {MarkdownText.Code(CellTexts.Cut(key, MostExample))}")}" : "";

    static string Modified(List<ShownRow> rows) => MarkdownText.Table(["key", "column", "left", "right"], rows.SelectMany(row =>
    {
        var differing = row.Differing.ToList();
        var lines = differing.Take(MostCells).Select((cell, i) => new[] { i == 0 ? MarkdownText.Code(row.KeyText) : "", MarkdownText.Code(cell.Column), MarkdownText.Code(cell.Left), MarkdownText.Code(cell.Right) });
        return differing.Count <= MostCells ? lines : lines.Append(["", $"{Words.Number(differing.Count - MostCells)} more", "", ""]);
    }));

    static string OneSided(List<ShownRow> rows)
    {
        var columns = rows[0].Key.Count + rows[0].Cells.Count;
        return MarkdownText.Table([.. rows[0].Key.Concat(rows[0].Cells).Take(MostCells).Select(c => MarkdownText.Code(c.Column))], rows.Select(row => row.Key.Concat(row.Cells).Take(MostCells).Select(c => MarkdownText.Code(c.Left))))
            + More(columns - MostCells, "column");
    }

    static string Ledger(IReadOnlyList<HiddenDifference> hidden) => MarkdownText.Table(["rule", "column", "hid, rows:"],
        hidden.OrderByDescending(h => h.Rows).Take(MostColumns).Select(h => new[] { MarkdownText.Of(h.Rule), MarkdownText.Code(h.Column ?? ""), h.Rows == 0 ? "none" : Words.Number(h.Rows) })) + More(hidden.Count - MostColumns, "rule");

    static string More(int count, string what) => count <= 0 ? "" : $"{Words.Number(count)} more {what}{(count == 1 ? "" : "s")} not shown.\n\n";
}
