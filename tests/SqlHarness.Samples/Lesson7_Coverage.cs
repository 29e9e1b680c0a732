using SqlHarness.Testing;

namespace SqlHarness.Samples;

/// <summary>
/// Lesson 7. Which situations of the query do the cases reach: each condition true, false and unknown, each boundary, orders without a refund, refunds of nothing? Where one is missing
/// the harness tries more cases; what no case can reach is said, with the reason.
/// </summary>
public class Lesson7_Coverage
{
    [Fact]
    public void Cases_reach_every_situation_of_daily_orders() => Harness.For<Order, DailyOrders>(DailyOrders.From).Against(DailyOrdersReference.From).Cover().ShouldBeComplete();

    [Fact]
    public void Cases_reach_every_situation_of_prices() => Harness.For<Order, Price, PricedOrder>(PricedOrder.From)
        .CannotReach("price_ranges: ORDER BY From: a tie", "product and instant are the key of the price list")
        .CannotReach("priced_orders: LEFT JOIN price_ranges: left with several partners", "ranges of one product do not overlap")
        .Against(PricedOrder.Reference).Cover().ShouldBeComplete();
}
