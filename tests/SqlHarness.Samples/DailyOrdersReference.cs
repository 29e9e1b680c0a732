namespace SqlHarness.Samples;

/// <summary>What <see cref="DailyOrders"/> means, so plainly that a reader believes it.</summary>
public static class DailyOrdersReference
{
    public static IEnumerable<DailyOrders> From(IReadOnlyList<Order> orders) =>
        from order in orders
        where order.Quantity < 100
        group order by (order.OrderedAt.Date, order.Region) into day
        select new DailyOrders(day.Key.Date, day.Key.Region, day.Count(), day.Sum(o => o.Quantity));
}
