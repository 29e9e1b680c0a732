namespace SqlHarness.Testing.Cases.Generation;

/// <summary>What columns are to a query's windows: rows that share a partition are neighbours, and among these ties are broken by what they are ordered by.</summary>
sealed class ColumnRoles
{
    readonly HashSet<BaseColumn> _grouping;
    readonly HashSet<BaseColumn> _ordering;

    /// <summary>The roles of a query's columns.</summary>
    /// <param name="orders">For each ordered window the columns of its partitions and of its order.</param>
    public ColumnRoles(IReadOnlyList<(IReadOnlyList<BaseColumn> Partition, IReadOnlyList<BaseColumn> Order)> orders)
    {
        _grouping = [.. orders.SelectMany(o => o.Partition)];
        _ordering = [.. orders.SelectMany(o => o.Order).Except(_grouping)];
    }

    /// <summary>Nothing is known.</summary>
    public static ColumnRoles None { get; } = new([]);

    /// <summary>In how many of a hundred cases a column varies from row to row, in the place of staying the same for some of them.</summary>
    public int Varies(BaseColumn column) => _grouping.Contains(column) ? 0 : _ordering.Contains(column) ? 80 : 35;

    /// <summary>The most NULLs in a hundred values: a row without a group or a place in it belongs nowhere, and says little of the rest.</summary>
    public int MostNulls(BaseColumn column) => _grouping.Contains(column) || _ordering.Contains(column) ? 25 : 60;
}
