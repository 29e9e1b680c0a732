using SqlHarness.Testing;

namespace SqlHarness.Samples;

/// <summary>Lesson 3. Where a reference would say the same as the query once more, say what must be true of the answer, or how it changes with the input.</summary>
public class Lesson3_WithoutReference
{
    static readonly QueryOf<Order, Refund, Refunded> Query = Harness.For<Order, Refund, Refunded>(Refunded.From);

    [Fact]
    public void Every_order_is_there_once() => Query.Invariant((orders, _, answer) => answer.Select(a => a.OrderId).Order().SequenceEqual(orders.Select(o => o.Id).Order())).Check();

    [Fact]
    public void Nothing_is_refunded_without_a_refund() => Query.SatisfiesEach(r => r.Times > 0 || r.Amount == 0m).Check();

    [Fact]
    public void Refunds_of_nothing_change_nothing() => Query
        .Relation("refunds of no order left out", (orders, refunds) => (orders, [.. refunds.Where(r => r.OrderId is not null)]), (_, _, answer) => answer).Check();
}
