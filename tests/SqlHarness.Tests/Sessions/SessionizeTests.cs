using LinqToDB;
using SqlHarness.Engines;
using SqlHarness.Sessions;
using SqlHarness.Testing.EventLogs;

namespace SqlHarness.Tests.Sessions;

public class SessionizeTests
{
    const ulong Seed = 20250101;

    static readonly string[] DesignTimes = ["09:00", "09:03", "09:02", "09:15", "09:48", "11:00"];

    static readonly int Cases = int.Parse(Environment.GetEnvironmentVariable("SQLHARNESS_CASES") ?? "1000", System.Globalization.CultureInfo.InvariantCulture);

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

    static Engine Open(string name) => name == "sqlite" ? Engine.Sqlite() : Engine.DuckDb();

    [Theory]
    [MemberData(nameof(AllOptions))]
    public void Equals_its_reference(string engine, Formulation formulation, GapBoundary boundary, GapPrecision precision, CalendarCut cut, bool byCampaign)
    {
        var options = new SessionizeOptions { Formulation = formulation, Boundary = boundary, Precision = precision, Cut = cut };
        var cases = EventLogGenerator.Generate(options, Cases, Seed);
        using var workspace = Open(engine).Open();

        // All cases in one statement: the case id is part of the composite user.
        var actual = workspace.Load(cases.SelectMany(c => c))
            .Sessionize(e => new { e.CaseId, e.User }, e => e.Time, e => e.Id, options, byCampaign ? e => e.Campaign : null)
            .ToList().ToLookup(s => s.Event.CaseId);

        for (var i = 0; i < cases.Count; i++)
        {
            var expected = SessionizeReference.Of(cases[i], e => new { e.CaseId, e.User }, e => e.Time, e => (long?)e.Id, options, byCampaign ? e => e.Campaign : null);
            Lines(actual[i]).ShouldBe(Lines(expected), $"case {i} of seed {Seed} on {engine}, gap {options.Gap:c}");
        }
    }

    static string[] Lines(IEnumerable<Sessionized<LogEvent, long?>> rows) => [.. rows.Select(r =>
        $"{r.Event.User,4} {r.Event.Time:yyyy-MM-dd HH:mm:ss.ffffff} {r.Event.Id,3} {r.Event.Campaign ?? "NULL",4} -> {r.SessionId,4} {r.SessionStart:yyyy-MM-dd HH:mm:ss.ffffff}").Order(StringComparer.Ordinal)];

    [Theory]
    [InlineData("sqlite", Formulation.Window)]
    [InlineData("sqlite", Formulation.RangeJoin)]
    [InlineData("duckdb", Formulation.Window)]
    [InlineData("duckdb", Formulation.RangeJoin)]
    public void Six_page_views_of_the_design_make_three_sessions(string engine, Formulation formulation)
    {
        using var workspace = Open(engine).Open();
        var views = workspace.Load(DesignTimes.Select((time, i) => new LogEvent
        {
            CaseId = 0, Id = i + 1, User = 99999, Time = DateTime.SpecifyKind(new DateOnly(2025, 1, 1).ToDateTime(TimeOnly.Parse(time, null)), DateTimeKind.Utc),
        }));

        var rows = views.Sessionize(e => e.User, e => e.Time, e => e.Id, new() { Formulation = formulation }).OrderBy(s => s.Event.Id).ToList();

        rows.Select(s => s.SessionId).ShouldBe([1, 1, 1, 1, 5, 6]);
        rows.ShouldAllBe(s => s.SessionStart!.Value.Kind == DateTimeKind.Utc);
        rows[1].SessionStart.ShouldBe(new DateTime(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc));
    }

    [Fact]
    public void Cases_reach_the_boundary_ties_and_nulls()
    {
        var gap = new SessionizeOptions().Gap;
        var cases = EventLogGenerator.Generate(new(), 1000, Seed);
        double Share(Func<LogEvent[], bool> reached) => cases.Count(reached) / 1000.0;
        static IEnumerable<TimeSpan> Gaps(LogEvent[] c) => c.Where(e => e.User is not null && e.Time is not null).GroupBy(e => e.User)
            .SelectMany(u => u.Select(e => e.Time!.Value).Order().Zip(u.Select(e => e.Time!.Value).Order().Skip(1), (a, b) => b - a));

        Share(c => Gaps(c).Contains(gap)).ShouldBeGreaterThan(0.25);
        Share(c => Gaps(c).Contains(TimeSpan.Zero)).ShouldBeGreaterThan(0.25);
        Share(c => c.Any(e => e.User is null)).ShouldBeGreaterThan(0.05);
        Share(c => c.Any(e => e.Time is null)).ShouldBeGreaterThan(0.2);
        Share(c => c.GroupBy(e => (e.User, e.Id)).Any(g => g.Count() > 1)).ShouldBeGreaterThan(0.1);
    }

    [Theory]
    [InlineData(0, "Gap must be more than zero")]
    [InlineData(-5, "Gap must be more than zero")]
    [InlineData(0.5, "whole seconds when Precision is WholeSeconds")]
    public void Unusable_options_are_refused_by_name(double seconds, string sentence) =>
        Should.Throw<ArgumentException>(() => new SessionizeOptions { Gap = TimeSpan.FromSeconds(seconds), Precision = GapPrecision.WholeSeconds }.Validate())
            .Message.ShouldContain(sentence);
}
