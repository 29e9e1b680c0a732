using SqlHarness.Sessions;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.EventLogs;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Tests.Testing;

public class EventLogTests
{
    static readonly SessionizeOptions[] Options = [new(), new() { Precision = GapPrecision.WholeSeconds }, new() { Boundary = GapBoundary.At, Cut = CalendarCut.Day }];

    [Fact]
    public void Generated_cases_reach_every_situation()
    {
        foreach (var options in Options)
        {
            EventLogStatistics.Of(EventLogGenerator.Generate(options, 1000, 3), options).RequireAtLeast(
                (EventLogStatistics.Boundary, 0.3), (EventLogStatistics.BeyondBoundary, 0.1), (EventLogStatistics.Tie, 0.25), (EventLogStatistics.NullUser, 0.08),
                (EventLogStatistics.NullTime, 0.25), (EventLogStatistics.Duplicate, 0.1), (EventLogStatistics.Users, 0.4), (EventLogStatistics.Sessions, 0.5),
                (EventLogStatistics.CalendarEdge, 0.1), (EventLogStatistics.LongSession, 0.03), (EventLogStatistics.CampaignChange, 0.4));
        }
    }

    [Fact]
    public void Statistics_name_what_is_missing()
    {
        var statistics = EventLogStatistics.Of([[new() { CaseId = 0, Id = 1, User = 1 }]], new());
        var message = Should.Throw<ProofFailedException>(() => statistics.RequireAtLeast((EventLogStatistics.Tie, 0.2), (EventLogStatistics.NullTime, 1))).Message;
        message.ShouldContain("'tie' in 0.0 % of the cases, required 20.0 %");
        message.ShouldNotContain("'NULL time' in");
        Should.Throw<ArgumentException>(() => statistics.Share("luck"));
    }

    [Fact]
    public void The_same_seed_gives_the_same_cases_and_another_seed_others()
    {
        var first = EventLogGenerator.Generate(new(), 50, 3).SelectMany(c => c).ToList();
        EventLogGenerator.Generate(new(), 50, 3).SelectMany(c => c).ShouldBe(first);
        EventLogGenerator.Generate(new(), 50, 4).SelectMany(c => c).ShouldNotBe(first);
    }

    [Fact]
    public void Generated_times_are_whole_microseconds_in_utc_and_cases_stay_small()
    {
        var cases = EventLogGenerator.Generate(new() { Gap = TimeSpan.FromMicroseconds(1_000_001) }, 1000, 5);
        cases.SelectMany(c => c).Where(e => e.Time is not null).ShouldAllBe(e => e.Time!.Value.Kind == DateTimeKind.Utc && e.Time.Value.Ticks % TimeSpan.TicksPerMicrosecond == 0);
        cases.Max(c => c.Length).ShouldBeLessThanOrEqualTo(25);
        cases.Any(c => !c.Select(e => e.Id).SequenceEqual(c.Select(e => e.Id).Order())).ShouldBeTrue();
    }

    [Fact]
    public void Reducing_keeps_ids_and_duplicates_and_every_step_can_be_smaller()
    {
        var reducer = new EventLogReducer(new());
        foreach (var rows in EventLogGenerator.Generate(new(), 100, 9))
        {
            foreach (var candidate in reducer.Candidates(rows))
            {
                // An id stands for one event, as before; copies of it remain exact ones.
                candidate.GroupBy(e => e.Id).ShouldAllBe(copies => copies.Distinct().Count() == 1);
                candidate.Select(e => e.Id).Except(rows.Select(e => e.Id)).ShouldBeEmpty();
                reducer.Size(candidate).Count.ShouldBe(reducer.Size(rows).Count);
            }
        }
    }

    [Theory]
    [InlineData("SQLHARNESS_CASES", "0")]
    [InlineData("SQLHARNESS_CASES", "many")]
    [InlineData("SQLHARNESS_SEED", "-1")]
    public void Unusable_variables_are_named(string variable, string value) =>
        Should.Throw<FormatException>(() => CaseBudget.From(v => v == variable ? value : null, 1000, 1)).Message.ShouldContain($"{variable} must be a whole number");

    [Fact]
    public void Variables_override_count_and_seed() =>
        CaseBudget.From(v => v == CaseBudget.CountVariable ? "12" : "34", 1000, 1).ShouldBe(new(12, 34));
}
