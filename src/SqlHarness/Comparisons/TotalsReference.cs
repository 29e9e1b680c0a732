using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>What a comparison of totals down a ladder of levels means, as a loop. Each level divides the groups of the one above: a day of a region is not a day.</summary>
static class TotalsReference
{
    /// <summary>Compares totals, from all rows down to where they differ.</summary>
    /// <param name="left">The left side's rows.</param>
    /// <param name="right">The right side's.</param>
    /// <param name="levels">The places of the columns that divide, from the top.</param>
    /// <param name="measures">The totals.</param>
    /// <returns>All rows, with the groups below.</returns>
    public static TotalGroup Of(IReadOnlyList<IReadOnlyList<object?>> left, IReadOnlyList<IReadOnlyList<object?>> right, IReadOnlyList<int> levels, IReadOnlyList<Measure> measures) => Group([], left, right, levels, measures);

    static TotalGroup Group(IReadOnlyList<object?> key, IReadOnlyList<IReadOnlyList<object?>> left, IReadOnlyList<IReadOnlyList<object?>> right, IReadOnlyList<int> levels, IReadOnlyList<Measure> measures)
    {
        var (these, those) = (Totals(left), Totals(right));
        var differs = these is null || those is null || measures.Where((m, i) => !m.AreEqual(these[i], those[i])).Any();
        if (!differs || key.Count == levels.Count)
            return new(key, these, those, differs, []);
        var (lefts, rights) = (Divided(left), Divided(right));
        return new(key, these, those, differs,
        [
            .. lefts.Keys.Union(rights.Keys, RowEquality.Instance).OrderBy(k => k, RowOrder.Instance)
                .Select(k => Group(k, lefts.GetValueOrDefault(k, []), rights.GetValueOrDefault(k, []), levels, measures)),
        ]);

        // All rows have totals, also where there is no row.
        object?[]? Totals(IReadOnlyList<IReadOnlyList<object?>> rows) => rows.Count == 0 && key.Count > 0 ? null : [.. measures.Select(m => m.Of(rows))];

        Dictionary<IReadOnlyList<object?>, List<IReadOnlyList<object?>>> Divided(IReadOnlyList<IReadOnlyList<object?>> rows) =>
            rows.GroupBy(row => (IReadOnlyList<object?>)[.. key, row[levels[key.Count]]], RowEquality.Instance).ToDictionary(g => g.Key, g => g.ToList(), RowEquality.Instance);
    }
}
