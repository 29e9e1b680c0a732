using LinqToDB;
using SqlHarness.Engines;
using SqlHarness.Testing;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Tests.Testing.UnderTest;

/// <summary>A user's own queries over a user's own entities: proven where they are right, caught where they are wrong, with nothing said about the cases.</summary>
public class HarnessTests
{
    static readonly QueryOf<Order, DailyRevenue> Revenue = Harness.For<Order, DailyRevenue>(ShopQueries.DailyRevenues);
    static readonly QueryOf<Order, Refund, NetAmount> Net = Harness.For<Order, Refund, NetAmount>(ShopQueries.NetAmounts);

    [Fact]
    public void A_right_query_equals_its_reference_on_both_engines()
    {
        Revenue.Against(ShopQueries.DailyRevenuesReference).Check().Select(p => (p.Engine, p.Cases, p.OneByOne)).ShouldBe([("sqlite", 1000, null), ("duckdb", 1000, null)]);
        Net.Against(ShopQueries.NetAmountsReference).Check().ShouldAllBe(p => p.OneByOne == null && p.Rows > p.Cases);
    }

    [Fact]
    public void A_query_that_is_wrong_only_at_the_boundary_is_caught_by_one_row()
    {
        var report = Fails(() => Harness.For<Order, DailyRevenue>(ShopQueries.WithoutTheBoundary).Against(ShopQueries.DailyRevenuesReference).Check());

        report.ShouldStartWith("ShopQueries.WithoutTheBoundary differs from its reference on sqlite: ");
        report.ShouldContain("to 1 in ");
        report.ShouldMatch("Amount = 100(\\.00)?m");
        report.ShouldContain("  missing | 2025-01-01 00:00:00 |");
        report.ShouldContain("        .Against(ShopQueries.DailyRevenuesReference)\n        .Check();");
    }

    [Fact]
    public void A_join_in_the_place_of_a_sum_is_caught_by_an_order_without_a_refund()
    {
        var report = Fails(() => Harness.For<Order, Refund, NetAmount>(ShopQueries.NetAmountsByJoin).Against(ShopQueries.NetAmountsReference).Check());

        report.ShouldContain("  Refund: empty");
        report.ShouldContain("to 1 in ");
    }

    [Fact]
    public void Two_formulations_are_held_against_each_other()
    {
        Revenue.EqualTo(orders => ShopQueries.DailyRevenues(orders.Where(o => o.Region == o.Region))).Check().Count.ShouldBe(2);
        Fails(() => Revenue.EqualTo(ShopQueries.WithoutTheBoundary).Check()).ShouldStartWith("ShopQueries.DailyRevenues differs from ShopQueries.WithoutTheBoundary on sqlite: ");
    }

    [Fact]
    public void Rows_and_answers_have_properties()
    {
        Revenue.SatisfiesEach(r => r.Amount >= 100m * r.Orders).Check().Count.ShouldBe(2);
        Fails(() => Revenue.SatisfiesEach(r => r.Amount > 100m).Check()).ShouldContain("has rows that do not satisfy r => r.Amount > 100m on sqlite");
        Revenue.Invariant((orders, revenues) => revenues.Sum(r => r.Orders) == orders.Count(o => o.Amount >= 100m)).Check().Count.ShouldBe(2);
        Fails(() => Revenue.Invariant((orders, revenues) => revenues.Sum(r => r.Orders) == orders.Count).Check()).ShouldContain("breaks the invariant");
    }

    [Fact]
    public void A_change_of_the_input_changes_the_answer_in_a_known_way()
    {
        Revenue.Relation("regions renamed", orders => [.. orders.Select(o => o with { Region = o.Region + "!" })], (_, revenues) => revenues.Select(r => r with { Region = r.Region + "!" })).Check().Count.ShouldBe(2);
        Fails(() => Revenue.Relation("a day later", orders => [.. orders.Select(o => o with { At = o.At.AddDays(1) })], (_, revenues) => revenues).Check()).ShouldContain("breaks the relation 'a day later'");
    }

    [Fact]
    public void What_cannot_be_lifted_runs_one_by_one_and_says_so()
    {
        var raw = Harness.For<Order, Refund, NetAmount>((orders, refunds) => orders.Select(o => new NetAmount(o.Id, Sql.Expr<decimal>($"(SELECT {o.Amount})")))).Cases(20);

        raw.Against((orders, refunds) => orders.Select(o => new NetAmount(o.Id, o.Amount))).Check().ShouldAllBe(p => p.Cases == 20 && p.OneByOne!.Contains("raw SQL", StringComparison.OrdinalIgnoreCase));

        var report = Fails(() => raw.Against((orders, refunds) => orders.Select(o => new NetAmount(o.Id, o.Amount + 1m))).Check());
        report.ShouldContain("\n\nRun one by one\n  ");
    }

    [Fact]
    public void A_seed_is_replayed() =>
        Fails(() => Failing().Check()).ShouldBe(Fails(() => Failing().Check()));

    static StatedProperty<DailyRevenue> Failing() =>
        Harness.For<Order, DailyRevenue>(ShopQueries.WithoutTheBoundary).Cases(300, 5).On(Engine.DuckDb()).Against(ShopQueries.DailyRevenuesReference);

    static string Fails(Action check) => Should.Throw<ProofFailedException>(check).Message;
}
