using LinqToDB;
using SqlHarness.Engines;
using SqlHarness.Operators;
using SqlHarness.Testing;
using SqlHarness.Tests.EventLogs;

namespace SqlHarness.Tests.Operators;

/// <summary>Each operator equals its reference on both engines, with single and composite keys that can be NULL. Ids are unique, since an order must be total within a key.</summary>
public sealed class OperatorTests
{
    [Fact]
    public async Task Previous_values_equal_the_reference()
    {
        await ProvenAsync(Of(events => events.WithPrevious(e => e.User, e => new { e.Time, e.Id }, e => e.Id))
            .Against(events => NeighbourReference.WithPrevious(events, e => e.User, e => new { e.Time, e.Id }, e => (long?)e.Id)));
        await ProvenAsync(Of(events => events.WithPrevious(e => new { e.User, e.Campaign }, e => new { e.Time, e.Id }, e => e.Time))
            .Against(events => NeighbourReference.WithPrevious(events, e => new { e.User, e.Campaign }, e => new { e.Time, e.Id }, e => e.Time)));
        await ProvenAsync(Of(events => events.WithPrevious(e => e.Campaign, e => new { e.Time, e.Id }, e => e.Campaign))
            .Against(events => NeighbourReference.WithPrevious(events, e => e.Campaign, e => new { e.Time, e.Id }, e => e.Campaign)));
    }

    [Fact]
    public async Task Next_values_equal_the_reference()
    {
        await ProvenAsync(Of(events => events.WithNext(e => e.User, e => new { e.Time, e.Id }, e => e.Time))
            .Against(events => NeighbourReference.WithNext(events, e => e.User, e => new { e.Time, e.Id }, e => e.Time)));
        await ProvenAsync(Of(events => events.WithNext(e => new { e.User, e.Campaign }, e => new { e.Time, e.Id }, e => e.Id))
            .Against(events => NeighbourReference.WithNext(events, e => new { e.User, e.Campaign }, e => new { e.Time, e.Id }, e => (long?)e.Id)));
    }

    [Fact]
    public async Task Values_filled_forward_equal_the_reference()
    {
        await ProvenAsync(Of(events => events.FillForward(e => e.User, e => new { e.Time, e.Id }, e => e.Campaign))
            .Against(events => FillForwardReference.Of(events, e => e.User, e => new { e.Time, e.Id }, e => e.Campaign)));
        await ProvenAsync(Of(events => events.FillForward(e => new { e.User, e.Time }, e => e.Id, e => e.Campaign))
            .Against(events => FillForwardReference.Of(events, e => new { e.User, e.Time }, e => e.Id, e => e.Campaign)));
    }

    [Theory]
    [MemberData(nameof(Picks))]
    public async Task The_latest_and_the_first_of_a_key_equal_the_reference(Pick pick)
    {
        await ProvenAsync(Of(events => events.LatestPer(e => e.User, e => new { e.Time, e.Id }, pick))
            .Against(events => LatestPerReference.Of(events, e => e.User, e => new { e.Time, e.Id }, pick)));
        await ProvenAsync(Of(events => events.LatestPer(e => new { e.User, e.Campaign }, e => new { e.Time, e.Id }, pick))
            .Against(events => LatestPerReference.Of(events, e => new { e.User, e.Campaign }, e => new { e.Time, e.Id }, pick)));
    }

    public static TheoryData<Pick> Picks => [.. Enum.GetValues<Pick>()];

    [Fact]
    public async Task Range_joins_equal_their_references()
    {
        await ProvenAsync(Of(events => events.RangeJoin(Ranges(events), e => e.User, e => e.Time, r => r.Row.User, r => r.Row.Time, r => r.Next, (e, r) => new Joined(e, r.Row.Id)))
            .Against(events => RangeJoinReference.Inner(events, Ranges(events), e => e.User, e => e.Time, r => r.Row.User, r => r.Row.Time, r => r.Next).Select(p => new Joined(p.Left, p.Right.Row.Id))));
        await ProvenAsync(Of(events => events.LeftRangeJoin(Ranges(events), e => e.User, e => e.Time, r => r.Row.User, r => r.Row.Time, r => r.Next, (e, r) => new Joined(e, r!.Row.Id)))
            .Against(events => RangeJoinReference.Left(events, Ranges(events), e => e.User, e => e.Time, r => r.Row.User, r => r.Row.Time, r => r.Next).Select(p => new Joined(p.Left, p.Right?.Row.Id))));
        await ProvenAsync(Of(events => events.LeftRangeJoin(
                Ranges(events), e => new { e.User, e.Campaign }, e => e.Time, r => new { r.Row.User, r.Row.Campaign }, r => r.Row.Time, r => r.Next, (e, r) => new Joined(e, r!.Row.Id)))
            .Against(events => RangeJoinReference.Left(
                events, Ranges(events), e => new { e.User, e.Campaign }, e => e.Time, r => new { r.Row.User, r.Row.Campaign }, r => r.Row.Time, r => r.Next).Select(p => new Joined(p.Left, p.Right?.Row.Id))));
    }

    sealed record Joined(LogEvent Left, long? Right);

    static IQueryable<WithNext<LogEvent, DateTime?>> Ranges(IQueryable<LogEvent> events) => events.WithNext(e => e.User, e => new { e.Time, e.Id }, e => e.Time, "ranges");

    static List<WithNext<LogEvent, DateTime?>> Ranges(IReadOnlyList<LogEvent> events) => [.. NeighbourReference.WithNext(events, e => e.User, e => new { e.Time, e.Id }, e => e.Time)];

    static QueryOf<LogEvent, TResult> Of<TResult>(Func<IQueryable<LogEvent>, IQueryable<TResult>> query) => Harness.For(query).Unique((LogEvent e) => e.Id);

    static async Task ProvenAsync<TResult>(StatedProperty<TResult> property) =>
        (await property.CheckAsync(TestContext.Current.CancellationToken)).Select(p => (p.Engine, p.OneByOne)).ShouldBe([("sqlite", null), ("duckdb", null)]);

    [Fact]
    public void Range_joins_are_planned_as_hash_joins()
    {
        using var workspace = Engine.DuckDb().Open();
        var nine = new DateTime(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);
        var table = workspace.Load(Enumerable.Range(0, 10_000).Select(i => new LogEvent { Id = i, User = i % 100, Time = nine.AddSeconds(i) }));
        var ranges = table.WithNext(e => e.User, e => new { e.Time, e.Id }, e => e.Time, "ranges");
        var sql = table.LeftRangeJoin(ranges, e => e.User, e => e.Time, r => r.Row.User, r => r.Row.Time, r => r.Next, (e, r) => new { e.Id, Other = (long?)r!.Row.Id }).ToSqlQuery().Sql;
        using var command = workspace.Connection.OpenDbConnection().CreateCommand();
        command.CommandText = "EXPLAIN " + sql;
        using var reader = command.ExecuteReader();
        reader.Read().ShouldBeTrue();
        reader.GetString(1).ShouldContain("HASH_JOIN");
    }
}
