using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Two columns whose values are exchanged. Two cells of one row that are each other's say enough by themselves, so that one row makes the rule; truth values are exchanged by chance, so that five do.</summary>
static class SwappedColumns
{
    const int FewestTruths = 5;

    /// <summary>Which columns are exchanged, with how many rows of how many. A column is exchanged with one at most.</summary>
    public static IEnumerable<(int One, int Other, Explanation Explanation)> Of(IReadOnlyList<PlannedColumn> columns, IReadOnlyList<DifferingRow> rows)
    {
        var modified = rows.Where(r => r is { Left: not null, Right: not null }).ToList();
        var differing = Enumerable.Range(0, columns.Count).Where(i => modified.Exists(r => r.Differs[i])).ToList();
        var found = differing.SelectMany(one => differing.Where(other => one < other && columns[one].Type == columns[other].Type).Select(other => Of(columns, modified, one, other))).Where(s => s.Explanation is not null)
            .Select(s => (s.One, s.Other, Explanation: s.Explanation!)).OrderByDescending(s => s.Explanation.Covered).ThenBy(s => (s.One, s.Other)).ToList();
        HashSet<int> taken = [];
        foreach (var swap in found.Where(s => !taken.Contains(s.One) && !taken.Contains(s.Other)))
        {
            taken.UnionWith([swap.One, swap.Other]);
            yield return swap;
        }
    }

    static (int One, int Other, Explanation? Explanation) Of(IReadOnlyList<PlannedColumn> columns, List<DifferingRow> modified, int one, int other)
    {
        bool AreSwapped(DifferingRow r) => r.Differs[one] && r.Differs[other] && r.Left![one] is not null && r.Left[other] is not null
            && RowEquality.CellsEqual(r.Left[one], r.Right![other]) && RowEquality.CellsEqual(r.Left[other], r.Right[one]);
        bool Differs(DifferingRow r) => r.Differs[one] || r.Differs[other];
        // Most pairs of columns are seen not to be after a tenth of the rows.
        var missed = 0;
        foreach (var row in modified)
        {
            if (Differs(row) && !AreSwapped(row) && ++missed > modified.Count / 10)
                return (one, other, null);
        }

        var looked = modified.Where(Differs).ToList();
        var least = Math.Max(columns[one].Column.As == ComparedAs.Truth ? FewestTruths : 1, looked.Count - looked.Count / 10);
        var covered = Coverage.Count(looked, AreSwapped, least);
        return (one, other, covered < least ? null : new($"{columns[one].Name} and {columns[other].Name} are swapped, in {Said.Of(covered, looked.Count, "differing rows")}.", columns[one].Name, covered, looked.Count,
            Coverage.CounterExamples(looked.Where(r => !AreSwapped(r)))));
    }
}
