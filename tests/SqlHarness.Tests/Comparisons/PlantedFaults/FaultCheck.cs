using System.Globalization;
using SqlHarness.Comparisons;

namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>Whether a comparison reported what was planted: the right keys and columns, and nothing else.</summary>
/// <param name="found">The comparison; its examples are all rows that differ.</param>
/// <param name="countsKeysOfEqualRows">Whether keys that stand more than once are counted where all of their rows are equal too; across engines those are not read.</param>
sealed class FaultCheck(TableComparison found, bool countsKeysOfEqualRows = true)
{
    readonly List<string> _names = [.. found.Columns.Select(c => c.Name)];

    /// <summary>What is wrong with the counts, in words; of all that was planted.</summary>
    public IEnumerable<string> WrongCounts(IReadOnlyCollection<Planted> planted)
    {
        var rows = found.Rows;
        (long, long, long) expected = (planted.Sum(p => p.Modified.Count), planted.Sum(p => p.Added.Count), planted.Sum(p => p.Removed.Count));
        if ((rows.Modified, rows.Added, rows.Removed) != expected)
            yield return $"{rows.Modified} modified, {rows.Added} added, {rows.Removed} removed, not {expected}";
        var nonUnique = planted.Sum(p => p.NonUniqueKeys);
        if (rows.NonUniqueKeys > nonUnique || rows.NonUniqueKeys < (countsKeysOfEqualRows ? nonUnique : planted.Where(p => !p.IsEqual).Sum(p => p.NonUniqueKeys)))
            yield return $"{rows.NonUniqueKeys} keys not unique, not {nonUnique}";
        if (rows.Identical + rows.Modified + rows.Removed != planted.Sum(p => p.Left.Count) || rows.Identical + rows.Modified + rows.Added != planted.Sum(p => p.Right.Count))
            yield return $"{rows.Identical} identical rows";
        if (found.Verdict != (planted.All(p => p.IsEqual) ? Verdict.Identical : Verdict.Different))
            yield return $"verdict {found.Verdict}";
        foreach (var column in found.Columns)
        {
            var unequal = planted.Sum(p => p.Modified.Values.Count(c => c.Contains(column.Name)));
            if (column.Counts.Unequal != unequal || column.Counts.Equal != rows.Identical + rows.Modified - unequal)
                yield return $"column {column.Name}: {column.Counts}, not {unequal} unequal";
        }
    }

    /// <summary>What is wrong with the examples of one shop, in words.</summary>
    public IEnumerable<string> WrongRows(int shop, Planted planted)
    {
        foreach (var (change, expected) in new[]
        {
            (RowChange.Added, Sorted(planted.Added.Select(k => k.ToString()))), (RowChange.Removed, Sorted(planted.Removed.Select(k => k.ToString()))),
            (RowChange.Modified, Sorted(planted.Modified.Select(m => $"{m.Key} {string.Join(' ', _names.Where(m.Value.Contains))}"))),
        })
        {
            var actual = Sorted(Rows(change)[shop]);
            if (!actual.SequenceEqual(expected))
                yield return $"{change}: {string.Join(", ", actual.Take(5))}, not {string.Join(", ", expected.Take(5))}";
        }
    }

    readonly Dictionary<RowChange, ILookup<int, string>> _rows = [];

    ILookup<int, string> Rows(RowChange change) => _rows.TryGetValue(change, out var rows) ? rows
        : _rows[change] = found.Examples.Where(e => e.Change == change).Select(e => (Key: KeyOf(e), Row: e)).ToLookup(e => e.Key.Shop, e => change == RowChange.Modified ? $"{e.Key} {string.Join(' ', _names.Where((_, i) => e.Row.Differs[i]))}" : e.Key.ToString());

    LineKey KeyOf(DifferingRow row) => new((int)Number(row, nameof(OrderLine.ShopId))!, Number(row, nameof(OrderLine.OrderId)), Number(row, nameof(OrderLine.LineId)));

    long? Number(DifferingRow row, string column) => row.Cells[_names.IndexOf(column)] is { } cell ? Convert.ToInt64(cell, CultureInfo.InvariantCulture) : null;

    static List<string> Sorted(IEnumerable<string> rows) => [.. rows.Order(StringComparer.Ordinal)];
}
