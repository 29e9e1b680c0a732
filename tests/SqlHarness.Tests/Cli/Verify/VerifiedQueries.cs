using SqlHarness.Queries;
using SqlHarness.Tests.Cli.Port;

namespace SqlHarness.Tests.Cli.Verify;

/// <summary>A query that is its reference, and one that is not at the boundary.</summary>
public static class VerifiedQueries
{
    [Query("large_orders", typeof(VerifiedQueries), nameof(Large))]
    public static IQueryable<long> LargeOrders(IQueryable<PortedOrder> orders) => orders.Where(o => o.Id >= 100).Select(o => o.Id);

    [Query("larger_orders", typeof(VerifiedQueries), nameof(Large))]
    public static IQueryable<long> LargerOrders(IQueryable<PortedOrder> orders) => orders.Where(o => o.Id > 100).Select(o => o.Id);

    public static IEnumerable<long> Large(IReadOnlyList<PortedOrder> orders) => orders.Where(o => o.Id >= 100).Select(o => o.Id);
}
