using SqlHarness.Tables;

namespace SqlHarness.Testing.Reports;

/// <summary>The order in which a window reads a table: by its partitions, then in its order.</summary>
/// <param name="Entity">The table's entity type.</param>
/// <param name="Partition">The properties that it is partitioned by.</param>
/// <param name="Order">The properties that it is ordered by.</param>
sealed record ReadingOrder(Type Entity, IReadOnlyList<string> Partition, IReadOnlyList<string> Order)
{
    /// <summary>The order on these columns; null where they are not all there.</summary>
    public OnColumns? In(IReadOnlyList<RowColumn> columns)
    {
        List<RowColumn> partition = Found(Partition), order = Found(Order);
        return partition.Count == Partition.Count && order.Count == Order.Count ? new(partition, order) : null;

        List<RowColumn> Found(IReadOnlyList<string> names) => [.. names.Select(n => columns.FirstOrDefault(c => c.Name == n)).OfType<RowColumn>()];
    }

    /// <summary>The order, found to the columns.</summary>
    public sealed class OnColumns(IReadOnlyList<RowColumn> partition, IReadOnlyList<RowColumn> order)
    {
        /// <summary>The rows in this order.</summary>
        public IReadOnlyList<object> Sorted(IReadOnlyList<object> rows) => partition.Concat(order).Reverse()
            .Aggregate((IEnumerable<object>)rows, (sorted, column) => sorted.OrderBy(column.ValueOf, ContractOrder.Instance)).ToList();

        /// <summary>For each row the time since the row before in its partition; null where the order does not begin with a time.</summary>
        /// <param name="sorted">The rows in this order.</param>
        public IReadOnlyList<TimeSpan?>? SincePrevious(IReadOnlyList<object> sorted) => order.Count == 0 || (Nullable.GetUnderlyingType(order[0].Type) ?? order[0].Type) != typeof(DateTime) ? null
            : [.. sorted.Select((row, i) => i > 0 && partition.All(p => Equals(p.ValueOf(row), p.ValueOf(sorted[i - 1]))) ? (DateTime?)order[0].ValueOf(row) - (DateTime?)order[0].ValueOf(sorted[i - 1]) : null)];
    }
}
