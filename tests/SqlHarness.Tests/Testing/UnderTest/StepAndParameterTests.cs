using FsCheck.Fluent;
using SqlHarness.Engines;
using SqlHarness.Portability;
using SqlHarness.Testing;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Tests.Testing.UnderTest;

/// <summary>Named steps, parameters and the tie-breaker, as a user has them.</summary>
public class StepAndParameterTests
{
    static IEnumerable<Order> Large(IReadOnlyList<Order> orders) => orders.Where(o => o.Amount >= 100m);

    [Fact]
    public void The_first_step_that_leaves_its_reference_is_named()
    {
        var report = Fails(Harness.For<Order, NetAmount>(LargeOrders.WithoutTheBoundary).On(Engine.Sqlite()).Step("large_orders", Large).Against(LargeOrders.Reference));
        report.ShouldContain("\n\nSteps\n  large_orders: the first step that leaves its reference\n");

        report = Fails(Harness.For<Order, NetAmount>(orders => LargeOrders.Query(orders).Select(r => new NetAmount(r.OrderId, r.Net + 1m)).AsStep("with_fee")).On(Engine.Sqlite())
            .Step("large_orders", Large).Step("with_fee", LargeOrders.Reference).Against(LargeOrders.Reference));
        report.ShouldContain("\n\nSteps\n  large_orders: as its reference\n");
        report.ShouldContain("\n\n  with_fee: the first step that leaves its reference\n");
    }

    [Fact]
    public void A_step_that_is_not_there_is_refused()
    {
        Should.Throw<ArgumentException>(() => LargeOrders.Under.Step("large", Large).Against(LargeOrders.Reference).Check()).Message.ShouldBe("Query has no step large; its steps are large_orders.");
        Should.Throw<ArgumentException>(() => LargeOrders.Under.Step("large_orders", orders => orders.Select(o => o.Id)).Against(LargeOrders.Reference).Check()).Message
            .ShouldBe("The step large_orders of Query has rows of Order, and its reference of Int32.");
        Should.Throw<ArgumentException>(() => Harness.For<Order, NetAmount>(LargeOrders.Raw).Step("large", Large).Against(LargeOrders.Reference).Check()).Message.ShouldBe("LargeOrders.Raw has no step large; name one by .AsStep(…).");
    }

    [Fact]
    public void A_steps_reference_that_throws_does_not_take_the_place_of_the_report()
    {
        var report = Fails(Harness.For<Order, NetAmount>(LargeOrders.WithoutTheBoundary).On(Engine.Sqlite()).Step<Order>("large_orders", _ => throw new InvalidOperationException("no file")).Against(LargeOrders.Reference));

        report.ShouldStartWith("LargeOrders.WithoutTheBoundary differs from its reference on sqlite: ");
        report.ShouldContain("\n\nSteps\n  large_orders: its reference throws InvalidOperationException: no file\n");
    }

    [Fact]
    public void The_value_of_a_parameter_is_named_in_report_and_test()
    {
        var report = Should.Throw<ProofFailedException>(() => Harness.Over(Gen.Elements(10m, 100m, 250m), least => Harness.For<Order, NetAmount>(orders => LargerThan(orders, least))
            .Cases(900, 7).Against(orders => orders.Where(o => o.Amount >= least).Select(o => new NetAmount(o.Id, o.Amount)))).Check()).Message;

        report.ShouldMatch(@"^orders => LargerThan\(orders, least\) with least = (10|100|250)m differs from its reference on sqlite: [0-9]+ of 300 cases fail \(seed 7\)\.");
        // As many as were asked for in all: each value has its share of them.
        report.ShouldContain("SQLHARNESS_SEED=7 SQLHARNESS_CASES=900");
        report.ShouldMatch(@"\(\)\n\{\n    var least = (10|100|250)m;\n    Harness\.For<Order, NetAmount>\(orders => LargerThan\(orders, least\)\)\n        \.Given\(");
        report.ShouldEndWith("        .Check();\n}");
    }

    [Fact]
    public void Each_value_of_a_parameter_is_proven_with_its_share_of_the_cases()
    {
        var proven = Harness.Over(Gen.Elements((10m, "EU"), (100m, "US")), p => Harness.For<Order, NetAmount>(orders => LargerThan(orders, p.Item1).Where(r => r.OrderId > 0)).Cases(400, 7).On(Engine.Sqlite())
            .Against(orders => orders.Where(o => o.Amount > p.Item1 && o.Id > 0).Select(o => new NetAmount(o.Id, o.Amount)))).Values(2).Check();

        proven.Select(p => (p.Property[(p.Property.LastIndexOf(" with ", StringComparison.Ordinal) + 1)..], p.Cases)).Order().ShouldBe([("with p = (100m, \"US\")", 200), ("with p = (10m, \"EU\")", 200)]);
        Should.Throw<ArgumentOutOfRangeException>(() => Harness.Over(Gen.Elements(1m), _ => LargeOrders.Proven).Values(0));
    }

    [Theory, InlineData("sqlite"), InlineData("duckdb")]
    public void A_missing_tie_breaker_is_told_as_such_whatever_was_claimed(string name)
    {
        var engine = name == "sqlite" ? Engine.Sqlite() : Engine.DuckDb();
        var told = $"LargeOrders.CheapestTwo is not determined: for the same rows in another physical order it answers otherwise, so that something is ordered without a unique tie-breaker (TAKE, ROW_NUMBER, FIRST_VALUE, LAG) on {name}: ";

        Fails(Harness.For<Order, NetAmount>(LargeOrders.CheapestTwo).On(engine).Against(LargeOrders.CheapestTwoReference)).ShouldStartWith(told);
        // Also where what is claimed is true.
        Fails(Harness.For<Order, NetAmount>(LargeOrders.CheapestTwo).On(engine).Invariant((orders, rows) => rows.Count == Math.Min(2, orders.Count))).ShouldStartWith(told);
        var report = Fails(Harness.For<Order, NetAmount>(LargeOrders.CheapestTwo).On(engine).Determined());
        report.ShouldStartWith(told);
        report.ShouldContain("\n\nInput after the change\n");
        report.ShouldEndWith("        .Determined()\n        .Check();");

        Harness.For<Order, NetAmount>(LargeOrders.CheapestTwoById).On(engine).Against(LargeOrders.CheapestTwoReference).Check().Count.ShouldBe(1);
        Harness.For<Order, NetAmount>(LargeOrders.CheapestTwoById).On(engine).Determined().Check().Count.ShouldBe(1);
    }

    static IQueryable<NetAmount> LargerThan(IQueryable<Order> orders, decimal least) => orders.Where(o => o.Amount > least).Select(o => new NetAmount(o.Id, o.Amount));

    static string Fails(StatedProperty<NetAmount> property) => Should.Throw<ProofFailedException>(() => property.Check()).Message;
}
