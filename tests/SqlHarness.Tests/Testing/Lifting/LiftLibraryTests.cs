using SqlHarness.Operators;
using SqlHarness.Queries;
using SqlHarness.Sessions;
using SqlHarness.Tables;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;
using SqlHarness.Tests.Engines;
using SqlHarness.Tests.Testing.Cases;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>The library's own queries and operators, lifted over the plain event, which has no case; the registered ones must also equal their references.</summary>
public sealed class LiftLibraryTests
{
    static readonly IReadOnlyList<IReadOnlyList<UserEvent>> Logs = Generated.For<UserEvent, Sessionized<UserEvent, long?>>(SessionQueries.SessionizedEvents, 40, 21);

    static readonly string[] Names = ["sqlite", "duckdb"];

    static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string, string> Registered =>
        [.. from engine in Names from query in RegisteredQuery.In(typeof(SessionQueries).Assembly) select new TheoryDataRow<string, string>(engine, query.Name)];

    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Registered))]
    public async Task Registered_queries(string engine, string name)
    {
        var query = RegisteredQuery.In(typeof(SessionQueries).Assembly).Single(q => q.Name == name);
        var equal = new Func<string, RegisteredQuery, Task>(EqualsReferenceAsync<object>).Method.GetGenericMethodDefinition().MakeGenericMethod(query.Result);
        await (Task)equal.Invoke(null, [engine, query])!;
    }

    static Task EqualsReferenceAsync<TResult>(string engine, RegisteredQuery query)
    {
        query.Inputs.ShouldBe([typeof(UserEvent)]);
        return EqualAsync(engine, events => (IQueryable<TResult>)query.Over(events), events => query.Reference(events).Cast<TResult>());
    }

    [Theory, MemberData(nameof(Engines))]
    public Task Sessions_that_split_on_a_campaign(string engine) =>
        EqualAsync(engine, e => e.Sessionize(x => x.UserId, x => x.EventTime, x => x.EventId, new() { Precision = GapPrecision.WholeSeconds, Boundary = GapBoundary.At }, x => x.Campaign));

    [Theory, MemberData(nameof(Engines))]
    public Task With_previous(string engine) => EqualAsync(engine, e => e.WithPrevious(x => new { x.UserId, x.Campaign }, x => new { x.EventTime, x.EventId }, x => x.EventTime));

    [Theory, MemberData(nameof(Engines))]
    public Task With_next(string engine) => EqualAsync(engine, e => e.WithNext(x => x.UserId, x => new { x.EventTime, x.EventId }, x => x.EventId));

    [Theory, MemberData(nameof(Engines))]
    public Task Filled_forward(string engine) => EqualAsync(engine, e => e.FillForward(x => x.UserId, x => new { x.EventTime, x.EventId }, x => x.Campaign));

    [Theory, MemberData(nameof(Engines))]
    public async Task Latest_and_first(string engine)
    {
        foreach (var pick in Enum.GetValues<Pick>())
            await EqualAsync(engine, e => e.LatestPer(x => x.UserId, x => new { x.EventTime, x.EventId }, pick));
    }

    [Theory, MemberData(nameof(Engines))]
    public Task Range_joins(string engine) => EqualAsync(engine, e =>
    {
        var ranges = e.WithNext(x => x.UserId, x => new { x.EventTime, x.EventId }, x => x.EventTime, "ranges");
        return e.LeftRangeJoin(ranges, x => x.UserId, x => x.EventTime, r => r.Row.UserId, r => r.Row.EventTime, r => r.Next, (x, r) => new { x.EventId, Start = (long?)r!.Row.EventId })
            .Concat(e.RangeJoin(ranges, x => x.UserId, x => x.EventTime, r => r.Row.UserId, r => r.Row.EventTime, r => r.Next, (x, r) => new { x.EventId, Start = (long?)r.Row.EventId }, "inner"));
    });

    static async Task EqualAsync<TResult>(string engine, Func<IQueryable<UserEvent>, IQueryable<TResult>> query, Func<IReadOnlyList<UserEvent>, IEnumerable<TResult>>? reference = null)
    {
        // Exact duplicates tie in every order, so that the row numbers of two runs may differ.
        var logs = Logs.Select(log => log.DistinctBy(e => (e.UserId, e.EventTime, e.EventId)).ToArray()).ToArray();
        await using var all = await CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(UserEvent)], Token);
        await all.LoadAsync([.. logs.Select((log, i) => (i, new InputCase([log])))], Token);
        var lifted = await all.RunAsync(query(all.Table<UserEvent>(0)), Token);
        await using var one = await CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(UserEvent)], Token);
        var rows = 0;
        for (var i = 0; i < logs.Length; i++)
        {
            await one.ClearAsync(Token);
            await one.LoadAsync([(i, new InputCase([logs[i]]))], Token);
            var alone = (await one.RunAloneAsync(query(one.Table<UserEvent>(0)), Token)).Results[i].ToList();
            Same(alone, lifted.Results[i], $"case {i}, alone");
            if (reference is not null)
                Same(reference(logs[i]), lifted.Results[i], $"case {i}, reference");
            rows += alone.Count;
        }

        rows.ShouldBeGreaterThan(0);
    }

    static void Same<TResult>(IEnumerable<TResult> expected, IEnumerable<TResult> actual, string where) => Bag.Compare(expected, actual).ToString().ShouldBe("equal", where);
}
