using System.Globalization;
using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Compares totals down the ladder: of all levels that one query a side answers for, and then where they differ.</summary>
sealed class TotalsOfSides(TotalsQuery left, TotalsQuery right, TotalsPlan plan)
{
    /// <summary>The most groups that are held at once.</summary>
    internal const int MostGroups = 200_000;

    /// <summary>The most unequal groups of a level that are looked into.</summary>
    internal const int MostFollowed = 100;

    long _notFollowed;

    public static async Task<TotalsComparison> CompareAsync(ComparedSide left, ComparedSide right, TotalsPlan plan, CancellationToken cancellationToken)
    {
        var sides = new TotalsOfSides(TotalsQuery.Of(left, true, plan), TotalsQuery.Of(right, false, plan), plan);
        var (all, notFollowed) = await sides.CompareAsync(cancellationToken).ConfigureAwait(false);
        return new([.. plan.Levels.Select(l => l.Level.ToString())], [.. plan.Measures.Select(m => m.Measure)], all, MostFollowed, notFollowed, false);
    }

    /// <summary>All rows with the groups below; how many groups there are that differ and were not looked into.</summary>
    public async Task<(TotalGroup All, long NotFollowed)> CompareAsync(CancellationToken cancellationToken)
    {
        var (depth, lefts, rights) = await UpperAsync(cancellationToken).ConfigureAwait(false);
        var levels = Enumerable.Range(0, depth + 1).Select(d => Level(Folded(lefts, d), Folded(rights, d))).ToList();
        var all = Group(levels[0].Single().Single(), levels, 1);
        for (; depth < plan.Levels.Count; depth++)
            all = await FollowedAsync(all, depth, cancellationToken).ConfigureAwait(false);
        return (all, _notFollowed);
    }

    // The deepest level above the last whose groups can be held; the last one is only looked at where it matters.
    async Task<(int Depth, Dictionary<IReadOnlyList<object?>, object?[]> Left, Dictionary<IReadOnlyList<object?>, object?[]> Right)> UpperAsync(CancellationToken cancellationToken)
    {
        for (var depth = plan.AddUp ? Math.Max(plan.Levels.Count - 1, 0) : 0; ; depth--)
        {
            if (await left.GroupsAsync(depth, null, MostGroups, cancellationToken).ConfigureAwait(false) is { } these && await right.GroupsAsync(depth, null, MostGroups, cancellationToken).ConfigureAwait(false) is { } those)
                return (depth, ByKey(these), ByKey(those));
        }
    }

    Dictionary<IReadOnlyList<object?>, object?[]> Folded(Dictionary<IReadOnlyList<object?>, object?[]> groups, int depth)
    {
        // A side without rows has totals too, as SQL says.
        if (groups.Count == 0)
            return depth == 0 ? ByKey([([], Nothing())]) : groups;
        return groups.Keys.First().Count == depth ? groups
            : groups.GroupBy(g => (IReadOnlyList<object?>)[.. g.Key.Take(depth)], g => g.Value, RowEquality.Instance).ToDictionary(g => g.Key, g => g.Aggregate(Added), RowEquality.Instance);
    }

    object?[] Nothing() => [.. plan.Measures.Select(m => m.Measure.Aggregation is Aggregation.Count or Aggregation.NullCount or Aggregation.CountDistinct ? (object?)0L : null)];

    object?[] Added(object?[] one, object?[] other) => [.. plan.Measures.Select((m, i) => (one[i], other[i], m.Measure.Aggregation) switch
    {
        (null, var value, _) => value,
        (var value, null, _) => value,
        (var a, var b, Aggregation.Minimum) => ContractOrder.Instance.Compare(a, b) <= 0 ? a : b,
        (var a, var b, Aggregation.Maximum) => ContractOrder.Instance.Compare(a, b) >= 0 ? a : b,
        (long a, long b, _) => a + b,
        (double a, double b, _) => a + b,
        var (a, b, _) => Convert.ToDecimal(a, CultureInfo.InvariantCulture) + Convert.ToDecimal(b, CultureInfo.InvariantCulture),
    })];

    static TotalGroup Group(TotalGroup group, List<ILookup<IReadOnlyList<object?>, TotalGroup>> levels, int depth) =>
        !group.Differs || depth == levels.Count ? group : group with { Below = [.. levels[depth][group.Key].Select(g => Group(g, levels, depth + 1))] };

    // The groups of a level, in order, by those that they are parts of.
    ILookup<IReadOnlyList<object?>, TotalGroup> Level(Dictionary<IReadOnlyList<object?>, object?[]> these, Dictionary<IReadOnlyList<object?>, object?[]> those) =>
        these.Keys.Union(those.Keys, RowEquality.Instance).Select(k => Compared(k, these.GetValueOrDefault(k), those.GetValueOrDefault(k))).OrderBy(g => g.Key, RowOrder.Instance)
            .ToLookup(g => (IReadOnlyList<object?>)[.. g.Key.Take(g.Key.Count - 1)], RowEquality.Instance);

    async Task<TotalGroup> FollowedAsync(TotalGroup all, int depth, CancellationToken cancellationToken)
    {
        var unequal = all.All.Where(g => g.Differs && g.Key.Count == depth).ToList();
        _notFollowed += Math.Max(0, unequal.Count - MostFollowed);
        var within = unequal.Take(MostFollowed).Select(g => g.Key).ToList();
        if (within.Count == 0)
            return all;
        var only = depth == 0 ? null : within;
        var lefts = await left.GroupsAsync(depth + 1, only, MostGroups, cancellationToken).ConfigureAwait(false);
        var rights = await right.GroupsAsync(depth + 1, only, MostGroups, cancellationToken).ConfigureAwait(false);
        if (lefts is null || rights is null)
        {
            // A level of so many groups is what the comparison of rows is for.
            _notFollowed += within.Count;
            return all;
        }

        var below = Level(ByKey(lefts), ByKey(rights));
        return With(all);

        TotalGroup With(TotalGroup group) => group.Key.Count < depth ? group with { Below = [.. group.Below.Select(With)] } : group.Differs ? group with { Below = [.. below[group.Key]] } : group;
    }

    TotalGroup Compared(IReadOnlyList<object?> key, object?[]? these, object?[]? those) => new(key, these, those,
        these is null || those is null || plan.Measures.Where((m, i) => !(m.Measure.Tolerance?.AreEqual(these[i], those[i]) ?? RowEquality.CellsEqual(these[i], those[i]))).Any(), []);

    static Dictionary<IReadOnlyList<object?>, object?[]> ByKey(IEnumerable<(object?[] Key, object?[] Totals)> groups) => groups.ToDictionary(g => (IReadOnlyList<object?>)g.Key, g => g.Totals, RowEquality.Instance);
}
