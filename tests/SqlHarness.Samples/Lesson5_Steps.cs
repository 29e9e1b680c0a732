using SqlHarness.Operators;
using SqlHarness.Testing;

namespace SqlHarness.Samples;

/// <summary>
/// Lesson 5. Steps have names (<c>.AsStep("…")</c>; the library's operators name theirs). A failing report shows what each step answers, and names the first that leaves its reference
/// where you gave one.
/// </summary>
public class Lesson5_Steps
{
    [Fact]
    public void Prices_equal_their_reference_step_by_step() => Harness.For<Order, Price, PricedOrder>(PricedOrder.From)
        .Step("price_ranges", (_, prices) => NeighbourReference.WithNext(prices, p => p.Product, p => p.From, p => (DateTime?)p.From))
        .Against(PricedOrder.Reference).Check();
}
