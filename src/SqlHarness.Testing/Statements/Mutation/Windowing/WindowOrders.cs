using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Windowing;

/// <summary>Reads the order of a window.</summary>
static class WindowOrders
{
    /// <summary>The keys; none for what is no window.</summary>
    public static IReadOnlyList<SqlWindowOrderItem> Items(SqlExtendedFunction function) => function.IsWindowFunction ? function.OrderBy ?? [] : [];

    /// <summary>Whether the keys before one leave it nothing to decide: they and the partition tell all rows apart, or determine it.</summary>
    public static bool IsDecidedBefore(SqlExtendedFunction function, int place, Site site) =>
        site.Level.Rows.AreUnique(Before(function, place)) || site.Level.Rows.Determine(Before(function, place), function.OrderBy![place].Expression);

    /// <summary>Why it has nothing to decide.</summary>
    public static string Decided(SqlExtendedFunction function, int place, Site site) =>
        $"{string.Join(" and ", Before(function, place).Select(site.Level.Text))} leave nothing for {site.Level.Text(function.OrderBy![place].Expression)} to decide";

    /// <summary>Two rows whose order a key decides.</summary>
    public static string Differing(SqlExtendedFunction function, int place, Site site)
    {
        var before = Before(function, place).Select(site.Level.Text).ToList();
        var same = place == 0 ? "" : $" and the same {string.Join(" and ", before.TakeLast(place))}";
        return $"two rows of one partition with different {site.Level.Text(function.OrderBy![place].Expression)}{same}";
    }

    static List<ISqlExpression> Before(SqlExtendedFunction function, int place) => [.. function.PartitionBy ?? [], .. function.OrderBy!.Take(place).Select(o => o.Expression)];
}
