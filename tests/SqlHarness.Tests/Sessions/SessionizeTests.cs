using LinqToDB;
using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Testing.Cases;
using SqlHarness.Tests.Engines;
using SqlHarness.Tests.EventLogs;

namespace SqlHarness.Tests.Sessions;

public class SessionizeTests
{
    static readonly string[] DesignTimes = ["09:00", "09:03", "09:02", "09:15", "09:48", "11:00"];

    public static MatrixTheoryData<Formulation, GapBoundary, GapPrecision, CalendarCut, bool> AllOptions =>
        new(Enum.GetValues<Formulation>(), Enum.GetValues<GapBoundary>(), Enum.GetValues<GapPrecision>(), Enum.GetValues<CalendarCut>(), [false, true]);

    /// <summary>On both engines.</summary>
    [Theory]
    [MemberData(nameof(AllOptions))]
    public async Task Equals_its_reference(Formulation formulation, GapBoundary boundary, GapPrecision precision, CalendarCut cut, bool byCampaign)
    {
        var options = new SessionizeOptions { Formulation = formulation, Boundary = boundary, Precision = precision, Cut = cut };
        var property = byCampaign
            ? Harness.For<LogEvent, Sessionized<LogEvent, long?>>(events => LogQueries.SessionizeByCampaign(events, options)).Against(events => LogQueries.ReferenceByCampaign(events, options))
            : LogQueries.UnderTest(options).Against(events => LogQueries.Reference(events, options));

        var proven = await property.CheckAsync(TestContext.Current.CancellationToken);

        proven.Select(p => (p.Engine, p.Cases, p.OneByOne)).ShouldBe([("sqlite", CaseBudget.FromEnvironment().Count, null), ("duckdb", CaseBudget.FromEnvironment().Count, null)]);
    }

    [Theory]
    [InlineData("sqlite", Formulation.Window)]
    [InlineData("sqlite", Formulation.RunningCount)]
    [InlineData("sqlite", Formulation.RangeJoin)]
    [InlineData("duckdb", Formulation.Window)]
    [InlineData("duckdb", Formulation.RunningCount)]
    [InlineData("duckdb", Formulation.RangeJoin)]
    public void Six_page_views_of_the_design_make_three_sessions(string engine, Formulation formulation)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        var views = workspace.Load(DesignTimes.Select((time, i) => new LogEvent
        {
            Id = i + 1, User = 99999, Time = DateTime.SpecifyKind(new DateOnly(2025, 1, 1).ToDateTime(TimeOnly.Parse(time, null)), DateTimeKind.Utc),
        }));

        var rows = views.Sessionize(e => e.User, e => e.Time, e => e.Id, new() { Formulation = formulation }).OrderBy(s => s.Event.Id).ToList();

        rows.Select(s => s.SessionId).ShouldBe([1, 1, 1, 1, 5, 6]);
        rows.ShouldAllBe(s => s.SessionStart!.Value.Kind == DateTimeKind.Utc);
        rows[1].SessionStart.ShouldBe(new DateTime(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc));
    }

    /// <summary>Exact duplicates tie in every order; a frame of rows could part them where an engine sorts the second window otherwise than the first, which no small case shows.</summary>
    [Fact]
    public void The_running_max_takes_all_events_of_an_instant()
    {
        using var workspace = EmbeddedEngines.Named("duckdb").Open();
        var events = workspace.CreateTable<LogEvent>();
        events.Sessionize(e => e.User, e => e.Time, e => e.Id).ToSqlQuery().Sql.ShouldContain("RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW");
        events.Sessionize(e => e.User, e => e.Time, e => e.Id, new(), e => e.Campaign).ToSqlQuery().Sql.ShouldContain("RANGE BETWEEN UNBOUNDED PRECEDING AND CURRENT ROW");
    }

    [Theory]
    [InlineData(0, "Gap must be more than zero")]
    [InlineData(-5, "Gap must be more than zero")]
    [InlineData(0.5, "whole seconds when Precision is WholeSeconds")]
    public void Unusable_options_are_refused_by_name(double seconds, string sentence) =>
        Should.Throw<ArgumentException>(() => new SessionizeOptions { Gap = TimeSpan.FromSeconds(seconds), Precision = GapPrecision.WholeSeconds }.Validate())
            .Message.ShouldContain(sentence);
}
