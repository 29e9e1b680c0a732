using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>What a comparison of rows means, as a loop.</summary>
static class RowComparisonReference
{
    /// <summary>Compares rows of the same columns.</summary>
    /// <param name="left">The left side's rows.</param>
    /// <param name="right">The right side's.</param>
    /// <param name="columns">How many cells a row has.</param>
    /// <param name="key">The places of the columns that make a key; none to compare all rows as one bag.</param>
    /// <param name="tolerances">How far cells may differ. A key's texts, rounded numbers and cut times count by what is left of them.</param>
    public static RowComparison Of(IReadOnlyList<IReadOnlyList<object?>> left, IReadOnlyList<IReadOnlyList<object?>> right, int columns, IReadOnlyList<int> key, ColumnTolerances tolerances)
    {
        var counts = new RowComparison(0, 0, 0, 0, 0, [.. Enumerable.Repeat(ColumnCounts.None, columns)]);
        var (lefts, rights) = (ByKey(left), ByKey(right));
        foreach (var of in lefts.Keys.Union(rights.Keys, RowEquality.Instance))
            counts = Together(counts, lefts.GetValueOrDefault(of, []), rights.GetValueOrDefault(of, []));
        return counts;

        Dictionary<IReadOnlyList<object?>, List<IReadOnlyList<object?>>> ByKey(IReadOnlyList<IReadOnlyList<object?>> rows) =>
            rows.GroupBy(row => (IReadOnlyList<object?>)[.. key.Select(k => tolerances.Form(k, row[k]))], RowEquality.Instance).ToDictionary(g => g.Key, g => g.ToList(), RowEquality.Instance);

        RowComparison Together(RowComparison so, List<IReadOnlyList<object?>> these, List<IReadOnlyList<object?>> those)
        {
            if (key.Count > 0 && these is [var one] && those is [var other])
            {
                var isEqual = tolerances.AreEqual(one, other);
                return so with { Identical = so.Identical + (isEqual ? 1 : 0), Modified = so.Modified + (isEqual ? 0 : 1), Columns = Paired(so.Columns, one, other, tolerances) };
            }

            var isAmbiguous = key.Count > 0 && Math.Max(these.Count, those.Count) > 1;
            var matches = RowMatching.Of(these, those, tolerances);
            var pairs = these.Zip(matches).Where(p => p.Second >= 0).Select(p => (Left: p.First, Right: those[p.Second])).ToList();
            return so with
            {
                Identical = so.Identical + pairs.Count, Removed = so.Removed + these.Count - pairs.Count, Added = so.Added + those.Count - pairs.Count,
                NonUniqueKeys = so.NonUniqueKeys + (isAmbiguous ? 1 : 0), Columns = pairs.Aggregate(so.Columns, (sum, pair) => Paired(sum, pair.Left, pair.Right, tolerances)),
            };
        }
    }

    static IReadOnlyList<ColumnCounts> Paired(IReadOnlyList<ColumnCounts> so, IReadOnlyList<object?> left, IReadOnlyList<object?> right, ColumnTolerances tolerances) =>
        [.. so.Select((column, i) => (left[i], right[i]) switch
        {
            var (l, r) when RowEquality.CellsEqual(l, r) => column with { Equal = column.Equal + 1 },
            var (l, r) when tolerances.AreEqual(i, l, r) => column with { Equal = column.Equal + 1, Hidden = column.Hidden + 1 },
            (null, _) => column with { LeftNull = column.LeftNull + 1 },
            (_, null) => column with { RightNull = column.RightNull + 1 },
            _ => column with { Different = column.Different + 1 },
        })];
}
