using System.Globalization;
using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>A total that is compared.</summary>
/// <param name="Column">The place of its column.</param>
/// <param name="Aggregation">How the column's values become one.</param>
/// <param name="Tolerance">How far two totals may differ and still be equal; not at all if null.</param>
sealed record Measure(int Column, Aggregation Aggregation, Tolerance? Tolerance = null)
{
    public bool IsAdditive => Aggregation is Aggregation.Sum or Aggregation.Count or Aggregation.NullCount;

    public bool AreEqual(object? left, object? right) => Tolerance?.AreEqual(left, right) ?? RowEquality.CellsEqual(left, right);

    /// <summary>The total of some rows.</summary>
    public object? Of(IReadOnlyCollection<IReadOnlyList<object?>> rows)
    {
        var values = rows.Select(row => row[Column]).Where(cell => cell is not null).ToList();
        return Aggregation switch
        {
            Aggregation.Count => (long)values.Count,
            Aggregation.NullCount => (long)rows.Count - values.Count,
            Aggregation.CountDistinct => (long)values.Select(v => (IReadOnlyList<object?>)[v]).Distinct(RowEquality.Instance).Count(),
            Aggregation.Minimum => values.Min(ContractOrder.Instance),
            Aggregation.Maximum => values.Max(ContractOrder.Instance),
            _ when values.Count == 0 => null,
            _ when values[0] is double or float => values.Sum(v => Convert.ToDouble(v, CultureInfo.InvariantCulture)),
            _ => values.Sum(v => Convert.ToDecimal(v, CultureInfo.InvariantCulture)),
        };
    }
}
