using LinqToDB;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Testing.UnderTest;

/// <summary>Queries as a user writes them, right and wrong, with what they mean.</summary>
static class ShopQueries
{
    public static IQueryable<DailyRevenue> DailyRevenues(IQueryable<Order> orders) => Revenues(orders.Where(o => o.Amount >= 100m));

    public static IQueryable<DailyRevenue> WithoutTheBoundary(IQueryable<Order> orders) => Revenues(orders.Where(o => o.Amount > 100m));

    static IQueryable<DailyRevenue> Revenues(IQueryable<Order> orders) => orders
        .GroupBy(o => new { Day = Portable.Truncate(o.At, CalendarUnit.Day), o.Region })
        .Select(g => new DailyRevenue(g.Key.Day!.Value, g.Key.Region, g.Sum(o => o.Amount), g.Count()));

    public static IEnumerable<DailyRevenue> DailyRevenuesReference(IReadOnlyList<Order> orders) => orders
        .Where(o => o.Amount >= 100m)
        .GroupBy(o => (o.At.Date, o.Region))
        .Select(g => new DailyRevenue(g.Key.Date, g.Key.Region, g.Sum(o => o.Amount), g.Count()));

    public static IQueryable<NetAmount> NetAmounts(IQueryable<Order> orders, IQueryable<Refund> refunds) =>
        orders.Select(o => new NetAmount(o.Id, o.Amount - (refunds.Where(r => r.OrderId == o.Id).Sum(r => (decimal?)r.Amount) ?? 0m)));

    /// <summary>Joins instead of summing: an order of two refunds is there twice, and one of none is not.</summary>
    public static IQueryable<NetAmount> NetAmountsByJoin(IQueryable<Order> orders, IQueryable<Refund> refunds) =>
        orders.Join(refunds, o => (int?)o.Id, r => r.OrderId, (o, r) => new NetAmount(o.Id, o.Amount - r.Amount));

    public static IEnumerable<NetAmount> NetAmountsReference(IReadOnlyList<Order> orders, IReadOnlyList<Refund> refunds) =>
        orders.Select(o => new NetAmount(o.Id, o.Amount - refunds.Where(r => r.OrderId == o.Id).Sum(r => r.Amount)));
}
