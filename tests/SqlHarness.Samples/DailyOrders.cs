using LinqToDB;
using SqlHarness.Portability;

namespace SqlHarness.Samples;

/// <summary>How much is ordered a day in a region; orders of 100 pieces or more are wholesale and do not count.</summary>
public sealed record DailyOrders(DateTime Day, string Region, int Orders, int Pieces)
{
    public static IQueryable<DailyOrders> From(IQueryable<Order> orders) => Below(orders, 100);

    /// <summary>The same, with the quantity from which an order is wholesale.</summary>
    public static IQueryable<DailyOrders> Below(IQueryable<Order> orders, int wholesale) => orders
        .Where(o => o.Quantity < wholesale)
        .GroupBy(o => new { Day = Portable.Truncate(o.OrderedAt, CalendarUnit.Day), o.Region })
        .Select(g => new DailyOrders(g.Key.Day!.Value, g.Key.Region, g.Count(), g.Sum(o => o.Quantity)));
}
