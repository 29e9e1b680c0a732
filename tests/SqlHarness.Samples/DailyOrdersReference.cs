namespace SqlHarness.Samples;

/// <summary>What <see cref="DailyOrders"/> means, so plainly that a reader believes it.</summary>
public static class DailyOrdersReference
{
    public static IEnumerable<DailyOrders> From(IReadOnlyList<Order> orders) => Below(orders, 100);

    public static IEnumerable<DailyOrders> Below(IReadOnlyList<Order> orders, int wholesale) =>
        from order in orders
        where order.Quantity < wholesale
        group order by (order.OrderedAt.Date, order.Region) into day
        select new DailyOrders(day.Key.Date, day.Key.Region, day.Count(), day.Sum(o => o.Quantity));
}
