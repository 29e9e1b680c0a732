using SqlHarness.Sessions;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Coverage;
using SqlHarness.Testing.Runs;
using SqlHarness.Tests.Engines;
using SqlHarness.Tests.Testing.Lifting;
using SqlHarness.Tests.Testing.UnderTest;

namespace SqlHarness.Tests.Testing.Coverage;

/// <summary>The library's own queries and a user's: what a thousand generated cases reach, everything measured, the same on every engine.</summary>
public sealed class RealQueryCoverageTests(ITestOutputHelper output)
{
    // A session's start is an event of its user, and no other session starts there.
    const string StartIsAnEvent = ": right without a partner", StartsOnce = ": left with several partners";

    static readonly Type[] Entities = [typeof(UserEvent), typeof(Order), typeof(Refund)];

    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task Sessionizing_as_a_running_max_reaches_what_can_be(string engine)
    {
        var covered = await CoverAsync(engine, w => SessionQueries.SessionizedEvents(w.Table<UserEvent>(0)));
        covered.Missing.Select(g => g.Id).ShouldBe(["sessionized_events: LEFT JOIN session_starts" + StartIsAnEvent,
            "sessionized_events: LEFT JOIN session_starts" + StartsOnce]);
        covered.Probes.ShouldBe(5);
        foreach (var what in new[] { "less 1 µs", "exactly", "and 1 µs" })
            covered.Goals.Single(g => g.Goal == new CoverageGoal("session_starts", "elapsed(PreviousTime, Time) > 00:30:00",
                what)).Cases.Count.ShouldBeGreaterThan(50);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Sessionizing_as_a_range_join_reaches_what_can_be(string engine)
    {
        var covered = await CoverAsync(engine, w => SessionQueries.SessionizedEventsRangeJoin(w.Table<UserEvent>(0)));
        covered.Missing.Select(g => g.Id).ShouldBe(["sessions_with_next: ORDER BY Start: a tie",
            "sessionized_events: LEFT JOIN sessions_with_next" + StartIsAnEvent, "sessionized_events: LEFT JOIN sessions_with_next" + StartsOnce]);
        covered.Goals.Single(g => g.Goal == new CoverageGoal("sessionized_events", "events.EventTime < COALESCE(sessions_with_next.Until, end of time)",
            "exactly")).Cases.ShouldNotBeEmpty();
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_users_queries_are_covered_by_generated_cases(string engine)
    {
        (await CoverAsync(engine, w => ShopQueries.DailyRevenues(w.Table<Order>(1)))).Missing.ShouldBeEmpty();
        (await CoverAsync(engine, w => ShopQueries.NetAmounts(w.Table<Order>(1), w.Table<Refund>(2)))).Missing.ShouldBeEmpty();
        (await CoverAsync(engine, w => ShopQueries.NetAmountsByJoin(w.Table<Order>(1), w.Table<Refund>(2)))).Missing.ShouldBeEmpty();
    }

    [Fact]
    public async Task Both_engines_have_the_same_goals_and_cases()
    {
        Func<CaseWorkspace, Task<Covered>>[] queries =
        [
            w => w.CoverAsync(SessionQueries.SessionizedEventsByDayAndCampaign(w.Table<UserEvent>(0))), w =>
                w.CoverAsync(SessionQueries.Sessions(w.Table<UserEvent>(0))),
            w => w.CoverAsync(ShopQueries.DailyRevenues(w.Table<Order>(1))), w =>
                w.CoverAsync(ShopQueries.NetAmounts(w.Table<Order>(1), w.Table<Refund>(2))),
        ];
        await using var first = await OpenAsync("sqlite");
        await using var second = await OpenAsync("duckdb");
        var cases = Cases(first, [], 300);
        await first.LoadAsync(cases, TestContext.Current.CancellationToken);
        await second.LoadAsync(cases, TestContext.Current.CancellationToken);
        foreach (var query in queries)
        {
            var (one, other) = (await query(first), await query(second));
            one.NotMeasured.ShouldBeEmpty();
            other.Goals.Select(g => (g.Goal.Id, string.Join(' ', g.Cases))).ShouldBe(one.Goals.Select(g => (g.Goal.Id, string.Join(' ', g.Cases))));
        }
    }

    async Task<Covered> CoverAsync<TResult>(string engine, Func<CaseWorkspace, IQueryable<TResult>> query)
    {
        await using var workspace = await OpenAsync(engine);
        var tested = query(workspace);
        await workspace.LoadAsync(Cases(workspace, workspace.FactsOf(tested).Constants, 1000), TestContext.Current.CancellationToken);
        var covered = await workspace.CoverAsync(tested, TestContext.Current.CancellationToken);
        covered.NotMeasured.ShouldBeEmpty();
        output.WriteLine(CoverageText.Of(covered));
        return covered;
    }

    static Task<CaseWorkspace> OpenAsync(string engine) =>
        CaseWorkspace.OpenAsync(Tested.Engine(engine), Entities, TestContext.Current.CancellationToken);

    static IReadOnlyList<(int Id, InputCase Case)> Cases(CaseWorkspace workspace, IReadOnlyList<CaseConstant> constants, int count) =>
        [.. CaseGenerator.Generate(InputTables.Of(workspace.Mapping, Entities), constants, new(count, 7)).Select((c, i) => (i, c))];
}
