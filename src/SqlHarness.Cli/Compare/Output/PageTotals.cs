using System.Globalization;
using System.Text;
using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>The ladder of totals of a page: each group that differs is to be opened.</summary>
static class PageTotals
{
    const int MostBelow = 50;
    const int MostGroups = 1000;

    public static string Of(TotalsComparison totals)
    {
        var text = new StringBuilder($"<h2>{PageText.Of(Ladder.Title(totals))}</h2>\n");
        if (totals.All.Differs)
            Append(text, totals, totals.All, Ladder.Chosen(totals, MostBelow, MostGroups));
        foreach (var remark in Ladder.Remarks(totals))
            text.Append(CultureInfo.InvariantCulture, $"<p>{PageText.Of(remark)}</p>\n");
        return text.ToString();
    }

    static void Append(StringBuilder text, TotalsComparison totals, TotalGroup group, HashSet<TotalGroup> shown)
    {
        var values = Ladder.Totals(totals, group);
        // Open down to the first branches: what is below all rows is seen without a click.
        text.Append(CultureInfo.InvariantCulture, $"<details{(group.Key.Count == 0 ? " open=\"open\"" : "")}><summary>{Level(totals, group)}<b>{PageText.Of(Ladder.Name(group))}</b> {Delta(group, values)}</summary><div>\n");
        text.Append(PageText.Table(["", "left:", "right:", "difference:"], values.Select(v => new[] { PageText.Of(v.Measure), PageText.Of(v.Left), PageText.Of(v.Right), PageText.Of(v.Difference) })));
        foreach (var below in group.Below.Where(shown.Contains))
            Append(text, totals, below, shown);
        if (Ladder.Others(group, shown) is { } remark)
            text.Append(CultureInfo.InvariantCulture, $"<p>{remark}</p>\n");
        text.Append("</div></details>\n");
    }

    static string Level(TotalsComparison totals, TotalGroup group) => group.Key.Count == 0 ? "" : $"<span class=\"same\">{PageText.Of(totals.Levels[group.Key.Count - 1])}</span> ";

    static string Delta(TotalGroup group, IReadOnlyList<LadderTotal> values) =>
        $"<span class=\"delta\">{(group.Left is null ? "on the right alone" : group.Right is null ? "on the left alone" : PageText.Of(string.Join(", ", values.Take(3).Select(v => v.Difference.Length > 0 ? $"{v.Measure} {v.Difference}" : $"{v.Measure} differs"))))}</span>";
}
