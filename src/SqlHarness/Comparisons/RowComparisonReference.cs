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
        var counts = new KeyRows(columns, key.Count > 0, tolerances);
        var (lefts, rights) = (ByKey(left), ByKey(right));
        foreach (var of in lefts.Keys.Union(rights.Keys, RowEquality.Instance))
            counts.Add(lefts.GetValueOrDefault(of, []), rights.GetValueOrDefault(of, []));
        return counts.Counted;

        Dictionary<IReadOnlyList<object?>, List<IReadOnlyList<object?>>> ByKey(IReadOnlyList<IReadOnlyList<object?>> rows) =>
            rows.GroupBy(row => (IReadOnlyList<object?>)[.. key.Select(k => tolerances.Form(k, row[k]))], RowEquality.Instance).ToDictionary(g => g.Key, g => g.ToList(), RowEquality.Instance);
    }
}
