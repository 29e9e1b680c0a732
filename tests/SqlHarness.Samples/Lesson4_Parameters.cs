using FsCheck.Fluent;
using SqlHarness.Testing;

namespace SqlHarness.Samples;

/// <summary>Lesson 4. A query that takes a parameter is proven for generated values of it; the rows of each are drawn around that value.</summary>
public class Lesson4_Parameters
{
    [Fact]
    public void Daily_orders_equal_their_reference_wherever_wholesale_begins() => Harness
        .Over(Gen.Choose(1, 1000), wholesale => Harness
            .For<Order, DailyOrders>(orders => DailyOrders.Below(orders, wholesale))
            .Against(orders => DailyOrdersReference.Below(orders, wholesale)))
        .Check();
}
