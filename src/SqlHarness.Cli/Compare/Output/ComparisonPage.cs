using System.Globalization;
using System.Text;
using SqlHarness.Comparisons;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Cli.Compare;

/// <summary>A comparison as one page to be handed on, without scripts or anything from outside. It is HTML that is XML too.</summary>
static class ComparisonPage
{
    const int MostColumns = 200;

    const string More = """
        :root { --warn: light-dark(#b7791f, #e0b04c); --left: light-dark(#7a57c2, #b39ddb); --right: light-dark(#2f74c8, #74aef5); }
        .verdict { font-size: 2.1rem; line-height: 1.2; font-weight: 650; } .different { color: var(--bad); } .identical { color: var(--good); } .rules { color: var(--warn); }
        .why { font-size: 1.15rem; color: var(--ink); margin: .35rem 0 1.25rem; } .wide { overflow-x: auto; margin: .5rem 0; } td { vertical-align: top; } th { font-weight: 600; white-space: nowrap; }
        td.n { white-space: nowrap; font-variant-numeric: tabular-nums; } .n { padding-left: .9rem; }
        .tiles { display: flex; flex-wrap: wrap; gap: .75rem; margin: 1.25rem 0; } .tiles div { border: 1px solid var(--line); border-radius: .4rem; padding: .5rem 1rem; min-width: 7rem; color: var(--faint); }
        .tiles b { display: block; font-size: 1.35rem; color: var(--ink); font-variant-numeric: tabular-nums; } .tiles .some b { color: var(--bad); }
        .shares { display: flex; width: clamp(6rem, 25vw, 18rem); height: .8rem; margin-top: .35rem; border-radius: .3rem; overflow: hidden; background: var(--soft); } .shares i { min-width: 3px; }
        .equal { background: var(--good); } .hidden { background: var(--warn); } .differ { background: var(--bad); } .left { background: var(--left); } .right { background: var(--right); }
        .legend { display: flex; flex-wrap: wrap; gap: 1rem; color: var(--faint); font-size: .9rem; margin: .5rem 0; } .legend i { display: inline-block; width: .8rem; height: .8rem; border-radius: .2rem; margin-right: .35rem; vertical-align: -.08rem; }
        .same { color: var(--faint); } td.change { background: light-dark(#fdf1f2, #2b1d20); } td.change { color: var(--faint); } .rows td { padding: .25rem .9rem .25rem .5rem; } .rows th { padding-left: .5rem; }
        .box { border: 1px solid var(--line); border-radius: .4rem; margin: .35rem 0; padding: .4rem .75rem; } details .wide { margin: 0; } summary b { font-weight: 600; } summary .delta { color: var(--bad); margin-left: .75rem; font-variant-numeric: tabular-nums; }
        """;

    /// <summary>The page.</summary>
    public static string Of(TableComparison comparison, Mask mask)
    {
        var shown = Presented.Of(comparison, mask);
        var page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width\"/>")
            .Append(CultureInfo.InvariantCulture, $"<title>{PageText.Of($"{shown.Left} and {shown.Right}: {Headline.Word(shown.Verdict)}")}</title>\n<style>\n{PageStyle.Css}\n{More}\n</style></head>\n<body>\n")
            .Append(CultureInfo.InvariantCulture, $"<div class=\"verdict {Class(shown.Verdict)}\">{Capital(Headline.Word(shown.Verdict))}</div>\n<p class=\"why\">{PageText.Of(Capital(Headline.Why(shown)))}.</p>\n");
        page.Append(PageText.Table(["", "", "rows:"],
        [
            ["left", PageText.Code(shown.Left), Words.Number(shown.Run.LeftRows)], ["right", PageText.Code(shown.Right), Words.Number(shown.Run.RightRows)], ["key", PageText.Of(Words.Key(shown)), ""],
        ]));
        if (Words.NonUnique(shown) is { } sentence)
            page.Append(CultureInfo.InvariantCulture, $"<p>{sentence}</p>\n");
        page.Append(Tiles(shown.Rows));
        if (shown.Explanations.Count > 0)
            page.Append(Explanations(shown));
        if (shown.Schema.Differences is { Count: > 0 } schema)
            page.Append("<h2>Schema</h2>\n").Append(Schema(schema));
        if (shown.Totals is { } totals)
            page.Append(PageTotals.Of(totals));
        page.Append(PageColumns.Of(shown, MostColumns)).Append(PageExamples.Of(shown));
        if (shown.Hidden.Count > 0)
            page.Append("<h2>Rules that could hide a difference</h2>\n").Append(Ledger(shown.Hidden));
        return page.Append(CultureInfo.InvariantCulture, $"<h2>How it was run</h2>\n<p>Compared by {PageText.Of(Words.Run(shown.Run))}.</p>\n</body></html>\n").ToString();
    }

    static string Class(Verdict verdict) => verdict switch { Verdict.Different => "different", Verdict.Identical => "identical", _ => "rules" };

    static string Capital(string text) => char.ToUpperInvariant(text[0]) + text[1..];

    static string Tiles(RowComparison rows)
    {
        return $"<div class=\"tiles\">{Tile(rows.Identical, "identical", false)}{Tile(rows.Modified, "modified", true)}{Tile(rows.Added, "added", true)}{Tile(rows.Removed, "removed", true)}</div>\n";

        static string Tile(long count, string what, bool isBad) => $"<div{(isBad && count > 0 ? " class=\"some\"" : "")}><b>{Words.Number(count)}</b>{what}</div>";
    }

    static string Explanations(TableComparison shown)
    {
        var text = new StringBuilder("<h2>What the differences have in common</h2>\n");
        foreach (var explanation in shown.Explanations)
        {
            var summary = $"<b>{PageText.Of(explanation.Sentence.TrimEnd('.'))}</b> <span class=\"same\">{Words.Covered(explanation)}</span>";
            text.Append(explanation.CounterExamples.Count == 0 ? $"<div class=\"box\">{summary}</div>\n" : $"<details><summary>{summary}</summary><div><p>Not so:</p>\n{PageExamples.Rows(shown, explanation.CounterExamples)}</div></details>\n");
        }

        return text.ToString();
    }

    static string Schema(IReadOnlyList<SchemaDifference> differences) => PageText.Table(["change", "column", "left", "right", "meaning"],
        differences.Take(MostColumns).Select(d => new[] { Words.Change(d.Change), PageText.Code(d.Column), PageText.Code(d.Left ?? ""), PageText.Code(d.Right ?? ""), PageText.Of(d.Meaning) }))
        + PageText.More(differences.Count - MostColumns, "difference");

    static string Ledger(IReadOnlyList<HiddenDifference> hidden) => PageText.Table(["rule", "column", "hid, rows:"],
        hidden.OrderByDescending(h => h.Rows).Take(MostColumns).Select(h => new[] { PageText.Of(h.Rule), PageText.Code(h.Column ?? ""), h.Rows == 0 ? "none" : Words.Number(h.Rows) }))
        + PageText.More(hidden.Count - MostColumns, "rule");
}
