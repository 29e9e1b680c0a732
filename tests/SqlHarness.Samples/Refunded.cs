using LinqToDB;

namespace SqlHarness.Samples;

/// <summary>How often an order was refunded, and with how much in all.</summary>
public sealed record Refunded(int OrderId, int Times, decimal Amount)
{
    public static IQueryable<Refunded> From(IQueryable<Order> orders, IQueryable<Refund> refunds) =>
        from order in orders
        from refund in refunds.Where(r => r.OrderId == order.Id).DefaultIfEmpty()
        group refund by order.Id into refundsOfOrder
        select new Refunded(refundsOfOrder.Key, refundsOfOrder.Count(r => r != null), refundsOfOrder.Sum(r => (decimal?)r!.Amount) ?? 0m);

    public static IEnumerable<Refunded> Reference(IReadOnlyList<Order> orders, IReadOnlyList<Refund> refunds) =>
        orders.Select(o => new Refunded(o.Id, refunds.Count(r => r.OrderId == o.Id), refunds.Where(r => r.OrderId == o.Id).Sum(r => r.Amount)));
}
