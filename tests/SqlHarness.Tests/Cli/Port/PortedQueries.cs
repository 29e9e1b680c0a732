using LinqToDB;
using SqlHarness.Queries;

namespace SqlHarness.Tests.Cli.Port;

/// <summary>Queries as a user's assembly holds them.</summary>
public static class PortedQueries
{
    public sealed record Result([property: LinqToDB.Mapping.Column("id")] long Id, string RegionName);

    [Query("ported_orders")]
    public static IQueryable<Result> Orders(IQueryable<PortedOrder> orders, long least, string without = "test") =>
        orders.Where(o => o.Amount >= least && o.Region != without).Select(o => new Result(o.Id, o.Region));

    [Query("full_ported_orders")]
    public static IQueryable<long?> FullOrders(IQueryable<PortedOrder> orders, IQueryable<PortedOrder> others) =>
        orders.FullJoin(others, (a, b) => a.Id == b.Id, (a, b) => (long?)b.Amount);
}
