using System.Data.Common;
using FsCheck.Fluent;
using LinqToDB.Interceptors;
using SqlHarness.Testing;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Statements;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.UnderTest;

/// <summary>All cases of a run are answered by a few statements, however many the cases are.</summary>
public class StatementCountTests
{
    const int Most = 3;

    static readonly Dictionary<string, (StatedProperty<NetAmount> Property, int Statements)> Claims = new()
    {
        ["against"] = (LargeOrders.Proven, 1),
        ["each"] = (LargeOrders.Weak, 1),
        ["another formulation"] = (LargeOrders.Under.EqualTo(orders => LargeOrders.Query(orders.Where(o => o.Id == o.Id))), 2),
        ["a relation"] = (LargeOrders.Under.Relation("reversed", orders => [.. orders.Reverse()], (_, before) => before), 1),
        ["a relation with another query"] = (LargeOrders.Under.Relation("dearer", orders => [.. orders.Select(o => o with { Coupon = "x" })], (_, before) => before, orders => LargeOrders.Query(orders.Where(o => o.Id == o.Id))), 2),
        ["ordered, against"] = (Ordered.Against(LargeOrders.CheapestTwoReference), 2),
        ["ordered, another formulation"] = (Ordered.EqualTo(orders => LargeOrders.CheapestTwoById(orders.Where(o => o.Id == o.Id))), 3),
        ["determined"] = (Ordered.Determined(), 1),
    };

    static QueryOf<Order, NetAmount> Ordered => Harness.For<Order, NetAmount>(LargeOrders.CheapestTwoById).Cases(200, 7);

    public static TheoryData<string, string> All => [.. from claim in Claims.Keys from engine in EmbeddedEngines.Names select new TheoryDataRow<string, string>(claim, engine)];

    [Theory, MemberData(nameof(All))]
    public async Task At_most_three_statements_answer_all_cases(string claim, string engine)
    {
        var (token, (property, statements)) = (TestContext.Current.CancellationToken, Claims[claim]);
        var seen = new SeenCommands();
        await using var runner = new LiftedRunner<NetAmount>(EmbeddedEngines.Named(engine), property.Plan.Tables);
        var workspace = await runner.OpenAsync(token);
        workspace.Connection.AddInterceptor(seen);

        var proven = await new Proof<NetAmount>(property.Plan, runner, await property.Plan.DrawAsync(workspace, engine, token), token).ProveAsync();

        // What was counted is what the engine saw.
        (proven.Statements, proven.RunAlone).ShouldBe((seen.Lifted, seen.Alone));
        proven.Statements.ShouldBe(statements);
        proven.Statements.ShouldBeLessThanOrEqualTo(Most);
        proven.RunAlone.ShouldBeInRange(1, 8);
        proven.Cases.ShouldBeGreaterThanOrEqualTo(200);
    }

    [Fact]
    public void A_parameter_costs_one_statement_for_each_value_and_one_where_order_is_checked()
    {
        var property = Harness.Over(Gen.Elements(10m, 100m, 250m), least => Harness.For<Order, NetAmount>(orders => orders.Where(o => o.Amount >= least).Select(o => new NetAmount(o.Id, o.Amount)))
            .Against(orders => orders.Where(o => o.Amount >= least).Select(o => new NetAmount(o.Id, o.Amount))));
        property.Check().Select(p => (p.Engine, p.Statements)).ShouldBe([.. Enumerable.Repeat<(string, int)[]>([("sqlite", 1), ("duckdb", 1)], 3).SelectMany(p => p)]);

        Harness.Over(Gen.Elements(10m, 100m), least => Harness.For<Order, NetAmount>(orders => LargeOrders.CheapestTwoById(orders.Where(o => o.Amount >= least)))
            .Against(orders => LargeOrders.CheapestTwoReference([.. orders.Where(o => o.Amount >= least)]))).Values(2).Check().Select(p => p.Statements).ShouldBe([2, 2, 2, 2]);
    }

    [Fact]
    public void What_runs_one_by_one_is_counted_apart() => Harness.For<Order, NetAmount>(LargeOrders.Raw).Cases(20, 7).Against(LargeOrders.Reference).Check().Select(p => (p.Statements, p.RunAlone)).ShouldBe([(0, 20), (0, 20)]);

    sealed class SeenCommands : CommandInterceptor
    {
        public int Lifted { get; private set; }

        public int Alone { get; private set; }

        public override DbCommand CommandInitialized(CommandEventData eventData, DbCommand command)
        {
            var text = command.CommandText.TrimStart();
            if (text.StartsWith("SELECT", StringComparison.Ordinal) || text.StartsWith("WITH", StringComparison.Ordinal))
                (Lifted, Alone) = text.Contains(CaseSchema.Column, StringComparison.Ordinal) ? (Lifted + 1, Alone) : (Lifted, Alone + 1);
            return command;
        }
    }
}
