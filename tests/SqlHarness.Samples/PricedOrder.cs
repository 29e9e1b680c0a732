using LinqToDB;
using SqlHarness.Operators;

namespace SqlHarness.Samples;

/// <summary>An order at the price that was valid when it was ordered; NULL where none was yet.</summary>
public sealed record PricedOrder(int OrderId, decimal? Amount)
{
    public static IQueryable<PricedOrder> From(IQueryable<Order> orders, IQueryable<Price> prices) => orders.LeftRangeJoin(
        prices.WithNext(p => p.Product, p => p.From, p => p.From, "price_ranges"),
        o => o.Product, o => o.OrderedAt, p => p.Row.Product, p => p.Row.From, p => p.Next,
        (o, p) => new PricedOrder(o.Id, (decimal?)p!.Row.Amount), "priced_orders");

    public static IEnumerable<PricedOrder> Reference(IReadOnlyList<Order> orders, IReadOnlyList<Price> prices) =>
        from order in orders
        let valid = prices.Where(p => p.Product == order.Product && p.From <= order.OrderedAt).MaxBy(p => p.From)
        select new PricedOrder(order.Id, valid?.Amount);
}
