using SqlHarness.Testing;

namespace SqlHarness.Samples;

/// <summary>
/// Lesson 6. Would the tests notice a broken query? The harness breaks it in one small place at a time (<c>&lt;</c> to <c>&lt;=</c>, LEFT JOIN to INNER JOIN, a group key dropped) and runs
/// all cases against each mutant in one statement. A mutant that survives is a case that is missing, or one that changes nothing: then say why.
/// </summary>
public class Lesson6_Mutants
{
    static readonly QueryOf<Order, Refund, Refunded> Refunds = Harness.For<Order, Refund, Refunded>(Refunded.From);

    [Fact]
    public void Every_mutant_of_daily_orders_is_killed() => Harness.For<Order, DailyOrders>(DailyOrders.From).Against(DailyOrdersReference.From).Mutate().ShouldAllBeKilled();

    [Fact]
    public void An_invariant_alone_notices_less_than_a_reference()
    {
        var score = Refunds.Against(Refunded.Reference).Mutate()
            .And(Refunds.Invariant((orders, _, answer) => answer.Select(a => a.OrderId).Order().SequenceEqual(orders.Select(o => o.Id).Order())))
            .ShouldScore(0.8);

        Assert.Empty(score.KilledOnlyBy(1));
    }
}
