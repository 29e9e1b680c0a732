using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using SqlHarness.Engines;
using SqlHarness.Testing;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Shrinking;
using SqlHarness.Testing.Statements;
using SqlHarness.Tests.Engines;
using SqlHarness.Tests.Testing.Lifting;
using SqlHarness.Tests.Testing.UnderTest;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Testing;

/// <summary>The harness under test itself: a table of faults, each planted where users, or the harness, could make it, and what the report says of it.</summary>
public class PlantedFaultTests
{
    static readonly Dictionary<string, (Func<QueryOf<Order, NetAmount>, StatedProperty<NetAmount>>? Property, Func<IQueryable<Order>, IQueryable<NetAmount>> Query, string[] Words)> Queries = new()
    {
        ["wrong only at the boundary"] = (q => q.Against(LargeOrders.Reference), LargeOrders.WithoutTheBoundary, ["differs from its reference", "to 1 in ", "Amount = 100.00m", "missing | "]),
        ["wrong only on ties"] = (q => q.Against(LargeOrders.CheapestTwoReference), LargeOrders.CheapestTwo, ["is not determined", "tie-breaker"]),
        ["wrong only on NULL"] = (q => q.Against(orders => All(orders.Where(o => o.Coupon != "a"))), orders => All(orders.Where(o => o.Coupon != null && o.Coupon != "a")),
            ["differs from its reference", "to 1 in ", "| NULL   |", "missing | "]),
        ["wrong only on an empty table"] = (q => q.Against(orders => [new(orders.Count, orders.Sum(o => o.Amount))]), orders => Total(orders, -1m), ["differs from its reference", "  Order: empty", "[-1]"]),
        ["wrong only for groups of one row"] = (q => q.Against(orders => orders.GroupBy(o => o.Region).Select(g => new NetAmount(g.Count(), g.Sum(o => o.Amount)))),
            orders => orders.GroupBy(o => o.Region).Where(g => g.Count() > 1).Select(g => new NetAmount(g.Count(), g.Sum(o => o.Amount))), ["differs from its reference", "to 1 in ", "missing | "]),
        ["wrong only for equal rows"] = (q => q.Against(orders => orders.Select(o => new NetAmount(1, o.Amount))), orders => orders.Select(o => new NetAmount(1, o.Amount)).Distinct(),
            ["differs from its reference", "to 2 in ", "missing | ", "equal   | "]),
        ["a reference that throws"] = (q => q.Against(_ => throw new InvalidOperationException("no file")), LargeOrders.Query,
            ["300 of 300 cases fail", "The reference throws InvalidOperationException (no file), but the query answers with 0 rows."]),
        ["a reference that is null"] = (q => q.Against(_ => null!), LargeOrders.Query, ["The reference throws InvalidOperationException (it returns null in the place of rows)"]),
        ["a reference that answers by chance once"] = (q => Once(q), LargeOrders.Query, ["what is expected of it is not fixed: asked twice for the same rows, the test's own code (.Against(", "Input: case 17\n"]),
        ["a reference that always answers by chance"] = (q => Counting(q), LargeOrders.Query, ["what is expected of it is not fixed"]),
        ["a condition that throws"] = (q => q.SatisfiesEach(r => r.Net > 120m || Throws()), LargeOrders.Query, ["The query answers, but what its answer is held against throws InvalidOperationException (no file)."]),
    };

    public static TheoryData<string, string> Faults => [.. from fault in Queries.Keys from engine in EmbeddedEngines.Names select new TheoryDataRow<string, string>(fault, engine)];

    [Theory, MemberData(nameof(Faults))]
    public void Each_fault_is_caught_in_words_of_its_own(string fault, string engine)
    {
        var (property, query, words) = Queries[fault];

        var report = Should.Throw<ProofFailedException>(() => property!(Harness.For<Order, NetAmount>(orders => query(orders)).Cases(300, 7).On(EmbeddedEngines.Named(engine))).Check()).Message;

        words.Where(w => !report.Contains(w, StringComparison.Ordinal)).ShouldBeEmpty(report);
    }

    /// <summary>The negative controls: the same queries without the fault.</summary>
    [Fact]
    public void Without_the_fault_each_is_proven()
    {
        Harness.For<Order, NetAmount>(LargeOrders.Query).Against(LargeOrders.Reference).Check();
        Harness.For<Order, NetAmount>(LargeOrders.CheapestTwoById).Against(LargeOrders.CheapestTwoReference).Check();
        Harness.For<Order, NetAmount>(orders => All(orders.Where(o => o.Coupon == null || o.Coupon != "a"))).Against(orders => All(orders.Where(o => o.Coupon != "a"))).Check();
        Harness.For<Order, NetAmount>(orders => Total(orders, 0m)).Against(orders => [new(orders.Count, orders.Sum(o => o.Amount))]).Check();
    }

    [Theory, MemberData(nameof(EngineNames))]
    public async Task A_lift_that_forgets_the_case_is_told_from_a_wrong_query(string engine)
    {
        var report = await FailsAsync(Harness.For<Order, NetAmount>(LargeOrders.CheapestTwoById).Cases(300, 7).Against(LargeOrders.CheapestTwoReference), engine, planted: statement =>
        {
            PlantedLifts.Mistakes["no partition"](statement);
            return statement;
        });

        report.ShouldStartWith("The lifted statement answers otherwise than the statement itself for case ");
        report.ShouldContain("the lift or the engine is at fault, not the query");
    }

    /// <summary>Shrinking takes the largest step to a case that only fails beside others: the lift loses it.</summary>
    [Theory, MemberData(nameof(EngineNames))]
    public async Task A_shrunk_case_that_passes_alone_gives_way_to_the_case_as_generated(string engine)
    {
        var reducer = new OneCandidate(new([[One with { Amount = 150m }]]));

        var report = await FailsAsync(Wrong, engine, reducer, statement =>
        {
            if (reducer.IsAsked && statement is SqlSelectStatement select)
                select.SelectQuery.Where.EnsureConjunction().AddNotEqual(select.SelectQuery.Select.Columns[^1].Expression, new SqlValue(0), CompareNulls.LikeSql);
            return statement;
        });

        reducer.IsAsked.ShouldBeTrue();
        Generated(report);
    }

    [Theory, MemberData(nameof(EngineNames))]
    public async Task A_shrunk_case_that_no_table_could_hold_gives_way_to_the_case_as_generated(string engine)
    {
        Generated(await FailsAsync(Wrong, engine, new OneCandidate(new([[One with { Region = null! }]]))));
        Generated(await FailsAsync(Wrong, engine, new OneCandidate(new([[One, One]]))));
    }

    [Theory, MemberData(nameof(EngineNames))]
    public async Task A_shrunk_case_that_fails_otherwise_gives_way_to_the_case_as_generated(string engine) => Generated(await FailsAsync(Wrong, engine, new OneCandidate(new([[One with { Amount = 1m }]]))));

    /// <summary>The control: the same reducer with a case that does fail.</summary>
    [Theory, MemberData(nameof(EngineNames))]
    public async Task A_shrunk_case_that_fails_alone_is_reported(string engine) => (await FailsAsync(Wrong, engine, new OneCandidate(new([[One]])))).ShouldContain(" rows to 1 in 1 rounds, 1 candidates; fails alone too\n");

    public static TheoryData<string> EngineNames => EmbeddedEngines.Names;

    static readonly Order One = new() { Id = 77, Region = "EU", Amount = 100m, At = DateTime.UnixEpoch };

    static StatedProperty<NetAmount> Wrong => Harness.For<Order, NetAmount>(LargeOrders.WithoutTheBoundary).Cases(300, 7).Sized(4, 15).Against(LargeOrders.Reference);

    // Of at least four rows, as it was drawn, and known to fail alone.
    static void Generated(string report)
    {
        report.ShouldStartWith("LargeOrders.WithoutTheBoundary differs from its reference on ");
        report.ShouldMatch("\n\nInput: case [0-9]+, .*; fails alone too\n");
        report.ShouldNotContain("Id = 77,");
        report.Split("new() { Id = ").Length.ShouldBeGreaterThan(4, report);
        report.ShouldContain("100.00 |");
    }

    static async Task<string> FailsAsync(StatedProperty<NetAmount> property, string engine, ICaseReducer<InputCase>? reducer = null, Rewriting? planted = null)
    {
        var token = TestContext.Current.CancellationToken;
        await using var runner = new LiftedRunner<NetAmount>(EmbeddedEngines.Named(engine), property.Plan.Tables);
        var workspace = await runner.OpenAsync(token);
        var drawn = await property.Plan.DrawAsync(workspace, engine, token);
        workspace.Planted = planted;
        return (await Should.ThrowAsync<ProofFailedException>(() => new Proof<NetAmount>(property.Plan, runner, reducer is null ? drawn : drawn with { Reducer = reducer }, token).ProveAsync())).Message;
    }

    static StatedProperty<NetAmount> Once(QueryOf<Order, NetAmount> query)
    {
        var calls = 0;
        return query.Against(orders => calls++ == 17 ? [] : LargeOrders.Reference(orders));
    }

    static StatedProperty<NetAmount> Counting(QueryOf<Order, NetAmount> query)
    {
        var calls = 0;
        return query.Against(orders => LargeOrders.Reference(orders).Select(r => r with { OrderId = ++calls }));
    }

    static bool Throws() => throw new InvalidOperationException("no file");

    static IQueryable<NetAmount> All(IQueryable<Order> orders) => orders.Select(o => new NetAmount(o.Id, o.Amount));

    static IEnumerable<NetAmount> All(IEnumerable<Order> orders) => orders.Select(o => new NetAmount(o.Id, o.Amount));

    static IQueryable<NetAmount> Total(IQueryable<Order> orders, decimal ofNone) => orders.GroupBy(o => Portable.Native(1)).Select(g => new NetAmount(g.Count(), g.Sum(o => (decimal?)o.Amount) ?? ofNone));

    // A reducer that knows one case, and takes it for smaller than all others.
    sealed class OneCandidate(InputCase candidate) : ICaseReducer<InputCase>
    {
        public bool IsAsked { get; private set; }

        public IEnumerable<InputCase> Candidates(InputCase rows)
        {
            IsAsked = true;
            return [candidate];
        }

        public IReadOnlyList<long> Size(InputCase rows) => [ReferenceEquals(rows, candidate) ? 0 : 1];
    }
}
