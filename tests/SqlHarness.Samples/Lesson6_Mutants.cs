using SqlHarness.Testing;
using SqlHarness.Testing.Mutation;

namespace SqlHarness.Samples;

/// <summary>
/// Lesson 6. Would the tests notice a broken query? The harness breaks it in one small place at a time (<c>&lt;</c> to <c>&lt;=</c>, LEFT JOIN to INNER JOIN, a group key dropped) and runs
/// all cases against each mutant in one statement. A mutant that survives is a case that is missing, or one that changes nothing: then say why.
/// </summary>
public class Lesson6_Mutants
{
    static readonly DateTime Noon = new(2025, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    static readonly QueryOf<Order, Refund, Refunded> Refunds = Harness.For<Order, Refund, Refunded>(Refunded.From);

    [Fact]
    public void Every_mutant_of_daily_orders_is_killed() => Harness.For<Order, DailyOrders>(DailyOrders.From).Against(DailyOrdersReference.From).Mutate().ShouldAllBeKilled();

    [Fact]
    public void A_worked_example_alone_notices_two_thirds()
    {
        var score = Harness.For<Order, DailyOrders>(DailyOrders.From)
            .Given([
                new() { Id = 1, Region = "EU", Product = "tea", Quantity = 2, OrderedAt = Noon },
                new() { Id = 2, Region = "EU", Product = "tea", Quantity = 3, OrderedAt = Noon.AddHours(11) },
                new() { Id = 3, Region = "EU", Product = "tea", Quantity = 100, OrderedAt = Noon },
            ])
            .Against(DailyOrdersReference.From).Mutate().ShouldScore(0.66);

        Assert.Contains(score.Mutants, m => m.Status == MutantStatus.Survived && m.After == "GROUP BY Region");
    }

    [Fact]
    public void An_invariant_alone_notices_less_than_a_reference()
    {
        var score = Refunds.Against(Refunded.Reference).Mutate()
            .And(Refunds.Invariant((orders, _, answer) => answer.Select(a => a.OrderId).Order().SequenceEqual(orders.Select(o => o.Id).Order())))
            .ShouldScore(0.8);

        Assert.Empty(score.KilledOnlyBy(1));
    }
}
