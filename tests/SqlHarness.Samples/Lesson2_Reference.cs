using SqlHarness.Testing;

namespace SqlHarness.Samples;

/// <summary>
/// Lesson 2. A reference says what the query means for every input, and 1,000 generated cases hold the query to it: quantities of 99, 100 and 101 since the query says 100, equal
/// instants, midnights, empty tables. Write it before the query.
/// </summary>
public class Lesson2_Reference
{
    [Fact]
    public void Daily_orders_equal_their_reference() => Harness.For<Order, DailyOrders>(DailyOrders.From).Against(DailyOrdersReference.From).Check();

    [Fact]
    public void Refunds_equal_their_reference() => Harness.For<Order, Refund, Refunded>(Refunded.From).Against(Refunded.Reference).Check();

    [Fact]
    public void Prices_equal_their_reference() => Harness.For<Order, Price, PricedOrder>(PricedOrder.From).Against(PricedOrder.Reference).Check();
}
