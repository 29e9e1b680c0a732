using LinqToDB;
using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Tests.Engines;
using SqlHarness.Tests.EventLogs;

namespace SqlHarness.Tests.Sessions;

public class SessionsTests
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    public static MatrixTheoryData<Formulation, bool> All => new(Enum.GetValues<Formulation>(), [false, true]);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Equal_their_reference(Formulation formulation, bool byCampaign)
    {
        var options = new SessionizeOptions { Formulation = formulation, Cut = CalendarCut.Day };
        var property = Harness.For<LogEvent, Session<long?, long, string?>>(events =>
                (byCampaign ? LogQueries.SessionizeByCampaign(events, options) : LogQueries.Sessionize(events, options)).Sessions(e => e.User, e => e.Time, e => e.Id, e => e.Campaign))
            .Against(events => SessionsReference.Of(byCampaign ? LogQueries.ReferenceByCampaign(events, options) : LogQueries.Reference(events, options), e => e.User, e => e.Time, e => e.Id, e => e.Campaign));

        (await property.CheckAsync(TestContext.Current.CancellationToken)).ShouldAllBe(p => p.OneByOne == null);
    }

    /// <summary>A user of two columns, either of which may be NULL, is one all the way.</summary>
    [Theory]
    [InlineData(Formulation.Window)]
    [InlineData(Formulation.RunningCount)]
    [InlineData(Formulation.RangeJoin)]
    public async Task Of_composite_users_equal_their_reference(Formulation formulation)
    {
        var options = new SessionizeOptions { Formulation = formulation };
        var sessionized = Harness.For<LogEvent, Sessionized<LogEvent, long?>>(events => events.Sessionize(e => new { e.User, e.Campaign }, e => e.Time, e => e.Id, options))
            .Against(events => SessionizeReference.Of(events, e => new { e.User, e.Campaign }, e => e.Time, e => (long?)e.Id, options));
        (await sessionized.CheckAsync(TestContext.Current.CancellationToken)).ShouldAllBe(p => p.OneByOne == null);

        var sessions = Harness.For((IQueryable<LogEvent> events) => events.Sessionize(e => new { e.User, e.Campaign }, e => e.Time, e => e.Id, options)
                .Sessions(e => new { e.User, e.Campaign }, e => e.Time, e => e.Id, e => e.Id))
            .Against(events => SessionsReference.Of(
                SessionizeReference.Of(events, e => new { e.User, e.Campaign }, e => e.Time, e => (long?)e.Id, options), e => new { e.User, e.Campaign }, e => e.Time, e => e.Id, e => e.Id));
        (await sessions.CheckAsync(TestContext.Current.CancellationToken)).ShouldAllBe(p => p.OneByOne == null);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_session_knows_its_ends_and_its_neighbours(string engine)
    {
        var nine = new DateTime(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);
        using var workspace = EmbeddedEngines.Named(engine).Open();
        var sessions = workspace.Load([View(1, 0, "a"), View(2, 20, "b"), View(3, 90, "c")])
            .Sessionize(e => e.User, e => e.Time, e => e.Id)
            .Sessions(e => e.User, e => e.Time, e => e.Id, e => e.Campaign).OrderBy(s => s.Start).ToList();

        sessions.ShouldBe([
            new() { User = 5, Start = nine, End = nine.AddMinutes(20), DurationMicroseconds = 1_200_000_000, Events = 2, FirstId = 1, LastId = 2, Landing = "a", Exit = "b",
                Number = 1, PreviousStart = null, NextStart = nine.AddMinutes(90) },
            new() { User = 5, Start = nine.AddMinutes(90), End = nine.AddMinutes(90), DurationMicroseconds = 0, Events = 1, FirstId = 3, LastId = 3, Landing = "c", Exit = "c",
                Number = 2, PreviousStart = nine, NextStart = null },
        ]);

        LogEvent View(long id, int minute, string campaign) => new() { Id = id, User = 5, Time = nine.AddMinutes(minute), Campaign = campaign };
    }
}
