using LinqToDB;
using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.EventLogs;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Sessions;

public class SessionsTests
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    public static MatrixTheoryData<string, Formulation, bool> All => new(["sqlite", "duckdb"], Enum.GetValues<Formulation>(), [false, true]);

    [Theory]
    [MemberData(nameof(All))]
    public async Task Equal_their_reference(string engine, Formulation formulation, bool byCampaign)
    {
        var options = new SessionizeOptions { Formulation = formulation, Cut = CalendarCut.Day };
        var split = byCampaign ? (System.Linq.Expressions.Expression<Func<LogEvent, object?>>)(e => e.Campaign) : null;
        var property = Property.Of("sessions", new EventLogKind(options),
            events => events.Sessionize(e => new { e.CaseId, e.User }, e => e.Time, e => e.Id, options, split).Sessions(e => new { e.CaseId, e.User }, e => e.Time, e => e.Id, e => e.Campaign),
            s => s.User.CaseId,
            rows => SessionsReference.Of(
                SessionizeReference.Of(rows, e => new { e.CaseId, e.User }, e => e.Time, e => (long?)e.Id, options, byCampaign ? e => e.Campaign : null),
                e => new { e.CaseId, e.User }, e => e.Time, e => e.Id, e => e.Campaign));

        await property.ProveAsync(EmbeddedEngines.Named(engine), EventLogGenerator.Generate(options, CaseBudget.FromEnvironment(seed: 11)), TestContext.Current.CancellationToken);
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

        LogEvent View(long id, int minute, string campaign) => new() { CaseId = 0, Id = id, User = 5, Time = nine.AddMinutes(minute), Campaign = campaign };
    }
}
