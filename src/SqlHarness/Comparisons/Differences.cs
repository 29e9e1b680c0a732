using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Keeps the rows that differ, so many of each kind.</summary>
/// <param name="plan">What is compared.</param>
/// <param name="most">The most of each kind.</param>
sealed class Differences(ComparisonPlan plan, int most)
{
    readonly Dictionary<RowChange, List<DifferingRow>> _kept = Enum.GetValues<RowChange>().ToDictionary(c => c, _ => new List<DifferingRow>());

    /// <summary>The rows, kind by kind, in the order of the key.</summary>
    public IReadOnlyList<DifferingRow> InOrder => [.. _kept.Values.SelectMany(rows => rows.OrderBy(r => (IReadOnlyList<object?>)[.. plan.Key.Select(k => r.Cells[k])], RowOrder.Instance))];

    public void Add(DifferingRow row)
    {
        if (_kept[row.Change].Count < most)
            _kept[row.Change].Add(row);
    }
}
