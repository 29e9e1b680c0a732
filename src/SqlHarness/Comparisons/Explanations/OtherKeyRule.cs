using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Removed rows that were added again under another key. How the key changed is said where a rule covers it.</summary>
sealed class OtherKeyRule : RowRule
{
    const int FewestPairs = 2;

    public override IEnumerable<Explanation> Of(LookedRows looked)
    {
        var rest = looked.Places.Except(looked.Key).ToList();
        var (removed, added) = (looked.Of(RowChange.Removed), looked.Of(RowChange.Added));
        if (looked.Key.Count == 0 || rest.Count == 0 || Math.Min(removed.Count, added.Count) < FewestPairs)
            yield break;
        var (lefts, rights) = (ByRest(removed, rest), ByRest(added, rest));
        var shared = lefts.Where(l => rights.ContainsKey(l.Key)).ToList();
        var (pairs, lookedAt) = (shared.Sum(l => Math.Min(l.Value.Count, rights[l.Key].Count)), removed.Count + added.Count);
        // Rows that have nearly nothing beside their key are equal by chance.
        if (2 * pairs < Coverage.Least(lookedAt) || shared.Count < Math.Max(FewestPairs, pairs / 2))
            yield break;
        var unpaired = lefts.SelectMany(l => l.Value.Skip(rights.GetValueOrDefault(l.Key)?.Count ?? 0)).Concat(rights.SelectMany(r => r.Value.Skip(lefts.GetValueOrDefault(r.Key)?.Count ?? 0)));
        var surely = shared.Where(l => (l.Value.Count, rights[l.Key].Count) == (1, 1)).Select(l => Pair(looked, l.Value[0].Cells, rights[l.Key][0].Cells)).ToList();
        yield return new($"{Said.Beginning(2 * pairs, lookedAt, "added and removed rows")} are the same rows under another key{How(looked, surely)}.", null, 2 * pairs, lookedAt, Coverage.CounterExamples(unpaired));
    }

    static Dictionary<IReadOnlyList<object?>, List<DifferingRow>> ByRest(List<DifferingRow> rows, List<int> rest) =>
        rows.GroupBy(row => (IReadOnlyList<object?>)[.. rest.Select(i => row.Cells[i])], RowEquality.Instance)
            .ToDictionary(g => g.Key, g => g.OrderBy(r => r.Cells, RowOrder.Instance).ToList(), RowEquality.Instance);

    static DifferingRow Pair(LookedRows looked, IReadOnlyList<object?> left, IReadOnlyList<object?> right) =>
        new(RowChange.Modified, left, right, [.. looked.Columns.Select((_, i) => looked.Key.Contains(i) && !RowEquality.CellsEqual(left[i], right[i]))]);

    static string How(LookedRows looked, List<DifferingRow> pairs)
    {
        var said = looked.Key.Order().Select(k => DifferingCells.Of(looked.Columns, k, pairs)).Select(cells => (cells, Best: Coverage.Best(cells))).Where(b => b.Best is not null)
            .Select(b => $"{b.cells.Column.Name} {b.Best!.Value.Rule.Phrase}, in {Said.Of(b.Best.Value.Covered, b.cells.Pairs.Count, "pairs")}").ToList();
        return said.Count == 0 ? "" : ": " + string.Join("; ", said);
    }
}
