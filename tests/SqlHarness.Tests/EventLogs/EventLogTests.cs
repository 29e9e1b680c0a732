using SqlHarness.Sessions;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Reports;
using SqlHarness.Tests.Testing.Cases;

namespace SqlHarness.Tests.EventLogs;

/// <summary>The harness knows nothing of events: from the mapping and the query alone it must reach what makes sessions hard.</summary>
public class EventLogTests(ITestOutputHelper output)
{
    static readonly SessionizeOptions[] Options = [new(), new() { Precision = GapPrecision.WholeSeconds }, new() { Boundary = GapBoundary.At, Cut = CalendarCut.Day }];

    [Fact]
    public void Generated_cases_reach_every_situation()
    {
        foreach (var options in Options)
        {
            var statistics = EventLogStatistics.Of(Generated.For<LogEvent, Sessionized<LogEvent, long?>>(e => LogQueries.Sessionize(e, options), 1000, 3), options);
            output.WriteLine(statistics.ToString());
            statistics.RequireAtLeast(
                (EventLogStatistics.Boundary, 0.3), (EventLogStatistics.BeyondBoundary, 0.1), (EventLogStatistics.Tie, 0.25), (EventLogStatistics.NullUser, 0.08),
                (EventLogStatistics.NullTime, 0.25), (EventLogStatistics.Duplicate, 0.1), (EventLogStatistics.Users, 0.4), (EventLogStatistics.Sessions, 0.5),
                (EventLogStatistics.CalendarEdge, 0.1), (EventLogStatistics.LongSession, 0.03), (EventLogStatistics.CampaignChange, 0.4));
        }
    }

    [Fact]
    public void Statistics_name_what_is_missing()
    {
        var statistics = EventLogStatistics.Of([[new() { Id = 1, User = 1 }]], new());
        var message = Should.Throw<ProofFailedException>(() => statistics.RequireAtLeast((EventLogStatistics.Tie, 0.2), (EventLogStatistics.NullTime, 1))).Message;
        message.ShouldContain("'tie' in 0.0 % of the cases, required 20.0 %");
        message.ShouldNotContain("'NULL time' in");
        Should.Throw<ArgumentException>(() => statistics.Share("luck"));
    }

    [Fact]
    public void Generated_times_are_whole_microseconds_in_utc_and_cases_stay_small()
    {
        var options = new SessionizeOptions { Gap = TimeSpan.FromMicroseconds(1_000_001) };
        var cases = Generated.For<LogEvent, Sessionized<LogEvent, long?>>(e => LogQueries.Sessionize(e, options), 1000, 5);
        cases.SelectMany(c => c).Where(e => e.Time is not null).ShouldAllBe(e => e.Time!.Value.Kind == DateTimeKind.Utc && e.Time.Value.Ticks % TimeSpan.TicksPerMicrosecond == 0);
        cases.Max(c => c.Count).ShouldBeLessThanOrEqualTo(25);
        cases.Any(c => !c.Select(e => e.Id).SequenceEqual(c.Select(e => e.Id).Order())).ShouldBeTrue();
    }
}
