using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Rows of one side that are copies: of each other, of one key, or as many as there are keys that are not unique.</summary>
sealed class CopiesRule : RowRule
{
    public override IEnumerable<Explanation> Of(LookedRows looked)
    {
        foreach (var change in new[] { RowChange.Removed, RowChange.Added })
        {
            if ((OfEachOther(looked, change) ?? AsManyAsKeys(looked, change)) is { } explanation)
                yield return explanation;
        }

        if (looked.Key.Count > 0 && looked.Counted.NonUniqueKeys > 0 && OfOneKey(looked) is { } keys)
            yield return keys;
    }

    static Explanation? OfEachOther(LookedRows looked, RowChange change)
    {
        var rows = looked.Of(change);
        var places = looked.Places.ToList();
        var groups = rows.GroupBy(r => (IReadOnlyList<object?>)[.. places.Select(i => r.Cells[i])], RowEquality.Instance).ToList();
        var copied = groups.Where(g => g.Count() > 1).ToList();
        var covered = copied.Sum(g => g.Count());
        return covered < Coverage.Least(rows.Count) ? null
            : new($"{Said.Beginning(covered, rows.Count, LookedRows.Said(change))} are copies of each other: {Different(copied.Count, "row")}.", null, covered, rows.Count,
                Coverage.CounterExamples(groups.Where(g => g.Count() == 1).SelectMany(g => g)));
    }

    // A row with an equal on the other side and a second copy here is looked at once.
    static Explanation? AsManyAsKeys(LookedRows looked, RowChange change)
    {
        var (count, other) = change == RowChange.Added ? (looked.Counted.Added, looked.Counted.Removed) : (looked.Counted.Removed, looked.Counted.Added);
        var rows = looked.Of(change);
        return looked.Key.Count == 0 || count == 0 || other > 0 || count != looked.Counted.NonUniqueKeys || rows.Count < Coverage.Least(rows.Count) || rows.Select(looked.KeyOf).Distinct(RowEquality.Instance).Count() < rows.Count ? null
            : new($"As many rows were {change.ToString().ToLowerInvariant()} as keys stand more than once on a side, {Said.Count(count)}: they look like second copies.", null, rows.Count, rows.Count, []);
    }

    static Explanation? OfOneKey(LookedRows looked)
    {
        var rows = looked.Rows.Where(r => r.Change != RowChange.Modified).ToList();
        var groups = rows.GroupBy(looked.KeyOf, RowEquality.Instance).ToList();
        var repeated = groups.Where(g => g.Count() > 1).ToList();
        var covered = repeated.Sum(g => g.Count());
        return covered < Coverage.Least(rows.Count) ? null
            : new($"{Said.Beginning(covered, rows.Count, "added and removed rows")} are of keys that stand more than once: {Different(repeated.Count, "key")}.", null, covered, rows.Count,
                Coverage.CounterExamples(groups.Where(g => g.Count() == 1).SelectMany(g => g)));
    }

    static string Different(int count, string what) => count == 1 ? $"one {what}" : $"{Said.Count(count)} different {what}s";
}
