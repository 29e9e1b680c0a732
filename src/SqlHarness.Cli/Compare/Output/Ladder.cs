using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>Totals down a ladder as lines: groups that differ, each above those it is made of, and remarks about the others.</summary>
static class Ladder
{
    /// <summary>The lines.</summary>
    /// <param name="totals">The totals, presented.</param>
    /// <param name="below">The most groups shown below one.</param>
    /// <param name="all">The most groups shown.</param>
    public static IReadOnlyList<LadderLine> Of(TotalsComparison totals, int below, int all)
    {
        List<LadderLine> lines = [];
        var shown = Chosen(totals, below, all);
        Add(totals.All, 0);
        return lines;

        void Add(TotalGroup group, int depth)
        {
            lines.Add(new(depth, Name(group), Totals(totals, group)));
            foreach (var next in group.Below.Where(shown.Contains))
                Add(next, depth + 1);
            if (Others(group, shown) is { } remark)
                lines.Add(new(depth + 1, remark, []));
        }
    }

    /// <summary>The groups that are shown, by reference: of those that differ the first below each, upper levels before lower ones.</summary>
    public static HashSet<TotalGroup> Chosen(TotalsComparison totals, int below, int all)
    {
        HashSet<TotalGroup> chosen = new(ReferenceEqualityComparer.Instance) { totals.All };
        Queue<TotalGroup> open = new([totals.All]);
        while (open.TryDequeue(out var group))
        {
            foreach (var next in group.Below.Where(b => b.Differs).Take(Math.Min(below, all - chosen.Count)))
            {
                chosen.Add(next);
                open.Enqueue(next);
            }
        }

        return chosen;
    }

    /// <summary>What a group is called: its value of its level.</summary>
    public static string Name(TotalGroup group) => group.Key.Count == 0 ? "all rows" : CellTexts.Of(group.Key[^1]);

    /// <summary>What the totals are of, for a title.</summary>
    public static string Title(TotalsComparison totals) => totals.Levels.Count == 0 ? "Totals" : $"Totals by {Printable.Of(string.Join(", ", totals.Levels))}";

    /// <summary>What is below a group beside what is shown, in words; null for nothing.</summary>
    public static string? Others(TotalGroup group, HashSet<TotalGroup> shown)
    {
        var (equal, leftOut) = (group.Below.Count(b => !b.Differs), group.Below.Count(b => b.Differs && !shown.Contains(b)));
        string[] remarks =
        [
            .. leftOut == 0 ? Array.Empty<string>() : [$"{Words.Number(leftOut)} more {(leftOut == 1 ? "differs" : "differ")}"], .. equal == 0 ? Array.Empty<string>() : [$"{Words.Number(equal)} {(equal == 1 ? "is" : "are")} equal"],
        ];
        return remarks.Length == 0 ? null : string.Join(", ", remarks);
    }

    /// <summary>The totals of a group that are not the same on both sides.</summary>
    public static IReadOnlyList<LadderTotal> Totals(TotalsComparison totals, TotalGroup group) =>
    [
        .. totals.Measures.Select((m, i) => (Measure: m, Left: group.Left?[i], Right: group.Right?[i]))
            .Where(t => group.Left is null || group.Right is null || !RowEquality.CellsEqual(t.Left, t.Right))
            .Select(t => new LadderTotal(Measure(t.Measure), group.Left is null ? "—" : CellTexts.Of(t.Left), group.Right is null ? "—" : CellTexts.Of(t.Right), TotalDelta.Text(t.Measure, t.Left, t.Right))),
    ];

    /// <summary>What a total is called, with its tolerance.</summary>
    public static string Measure(TotalMeasure measure) => Printable.Of(measure.Tolerance is null ? measure.ToString() : $"{measure} ({measure.Tolerance})");

    /// <summary>What else is to be said of the totals, in sentences.</summary>
    public static IEnumerable<string> Remarks(TotalsComparison totals)
    {
        if (!totals.All.Differs)
            yield return totals.All.Left is { } all ? $"All totals are equal: {string.Join(", ", totals.Measures.Zip(all, (m, value) => $"{Measure(m)} {CellTexts.Of(value)}"))}." : "All totals are equal.";
        if (totals.HasOffsetting)
            yield return "Rows differ where totals are equal: differences that offset each other.";
        if (totals.NotFollowed > 0)
            yield return $"{(totals.NotFollowed == 1 ? "1 more group that differs was" : $"{Words.Number(totals.NotFollowed)} more groups that differ were")} not looked into; {Words.Number(totals.Followed)} at each level were.";
    }
}
