using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Keeps the rows that differ: so many of each kind, and a few of each column.</summary>
/// <param name="plan">What is compared.</param>
/// <param name="most">The most of each kind.</param>
sealed class Differences(ComparisonPlan plan, int most)
{
    /// <summary>How many rows show what differs in a column.</summary>
    public const int OfAColumn = 3;

    readonly int[] _ofColumns = new int[plan.Columns.Count];

    readonly Dictionary<RowChange, List<DifferingRow>> _kept = Enum.GetValues<RowChange>().ToDictionary(c => c, _ => new List<DifferingRow>());

    /// <summary>The rows, kind by kind, in the order of the key.</summary>
    public IReadOnlyList<DifferingRow> InOrder => [.. new[] { RowChange.Modified, RowChange.Removed, RowChange.Added }.SelectMany(change => _kept[change].OrderBy(r => (IReadOnlyList<object?>)[.. plan.Key.Select(k => r.Cells[k])], RowOrder.Instance))];

    public void Add(DifferingRow row)
    {
        var isOfColumn = false;
        for (var i = 0; i < row.Differs.Count; i++)
            isOfColumn |= row.Differs[i] && ++_ofColumns[i] <= OfAColumn;
        if (_kept[row.Change].Count < most || (isOfColumn && most > 0))
            _kept[row.Change].Add(row);
    }
}
