using LinqToDB;
using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.EventLogs;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Sessions;

public class SessionizeTests
{
    static readonly string[] DesignTimes = ["09:00", "09:03", "09:02", "09:15", "09:48", "11:00"];

    public static TheoryData<string, Formulation, GapBoundary, GapPrecision, CalendarCut, bool> AllOptions()
    {
        var data = new TheoryData<string, Formulation, GapBoundary, GapPrecision, CalendarCut, bool>();
        foreach (var engine in new[] { "sqlite", "duckdb" })
            foreach (var formulation in Enum.GetValues<Formulation>())
                foreach (var boundary in Enum.GetValues<GapBoundary>())
                    foreach (var precision in Enum.GetValues<GapPrecision>())
                        foreach (var cut in Enum.GetValues<CalendarCut>())
                            foreach (var byCampaign in new[] { false, true })
                                data.Add(engine, formulation, boundary, precision, cut, byCampaign);
        return data;
    }

    [Theory]
    [MemberData(nameof(AllOptions))]
    public async Task Equals_its_reference(string engine, Formulation formulation, GapBoundary boundary, GapPrecision precision, CalendarCut cut, bool byCampaign)
    {
        var options = new SessionizeOptions { Formulation = formulation, Boundary = boundary, Precision = precision, Cut = cut };
        var property = byCampaign
            ? Property.Of("sessionize", new EventLogKind(options),
                events => events.Sessionize(e => new { e.CaseId, e.User }, e => e.Time, e => e.Id, options, e => e.Campaign), s => s.Event.CaseId,
                rows => SessionizeReference.Of(rows, e => e.User, e => e.Time, e => (long?)e.Id, options, e => e.Campaign))
            : Property.Of("sessionize", new EventLogKind(options),
                events => events.Sessionize(e => new { e.CaseId, e.User }, e => e.Time, e => e.Id, options), s => s.Event.CaseId,
                rows => SessionizeReference.Of(rows, e => e.User, e => e.Time, e => (long?)e.Id, options));
        var budget = CaseBudget.FromEnvironment();

        var proven = await property.ProveAsync(EmbeddedEngines.Named(engine), EventLogGenerator.Generate(options, budget), TestContext.Current.CancellationToken);

        proven.Cases.ShouldBe(budget.Count);
    }

    [Theory]
    [InlineData("sqlite", Formulation.Window)]
    [InlineData("sqlite", Formulation.RangeJoin)]
    [InlineData("duckdb", Formulation.Window)]
    [InlineData("duckdb", Formulation.RangeJoin)]
    public void Six_page_views_of_the_design_make_three_sessions(string engine, Formulation formulation)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        var views = workspace.Load(DesignTimes.Select((time, i) => new LogEvent
        {
            CaseId = 0, Id = i + 1, User = 99999, Time = DateTime.SpecifyKind(new DateOnly(2025, 1, 1).ToDateTime(TimeOnly.Parse(time, null)), DateTimeKind.Utc),
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
