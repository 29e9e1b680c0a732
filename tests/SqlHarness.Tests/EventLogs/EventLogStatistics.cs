using SqlHarness.Sessions;
using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.EventLogs;

/// <summary>What generated event logs reach.</summary>
public static class EventLogStatistics
{
    /// <summary>A silence of exactly the gap, as the precision measures it.</summary>
    public const string Boundary = "silence equal to the gap";

    /// <summary>A silence longer than the gap by the least that the precision measures.</summary>
    public const string BeyondBoundary = "silence just beyond the gap";

    /// <summary>Two different events of one user at one instant.</summary>
    public const string Tie = "tie";

    /// <summary>An event without a user.</summary>
    public const string NullUser = "NULL user";

    /// <summary>An event without a time.</summary>
    public const string NullTime = "NULL time";

    /// <summary>An event that occurs twice.</summary>
    public const string Duplicate = "duplicate event";

    /// <summary>More than one user.</summary>
    public const string Users = "several users";

    /// <summary>A user with more than one session.</summary>
    public const string Sessions = "several sessions of a user";

    /// <summary>Two events within the gap, on both sides of midnight UTC.</summary>
    public const string CalendarEdge = "midnight within a session";

    /// <summary>A user with eight or more events in one session.</summary>
    public const string LongSession = "long session";

    /// <summary>A campaign that changes within the gap.</summary>
    public const string CampaignChange = "campaign changes within a session";

    /// <summary>Counts the situations.</summary>
    public static CaseStatistics Of(IReadOnlyList<IReadOnlyList<LogEvent>> cases, SessionizeOptions options)
    {
        var unit = options.Precision == GapPrecision.WholeSeconds ? TimeSpan.TicksPerSecond : TimeSpan.TicksPerMicrosecond;
        TimeSpan Measured(LogEvent before, LogEvent after) => TimeSpan.FromTicks((after.Time!.Value - before.Time!.Value).Ticks / unit * unit);
        bool Ends(TimeSpan silence) => options.Boundary == GapBoundary.After ? silence > options.Gap : silence >= options.Gap;
        bool AnyPair(IReadOnlyList<LogEvent> c, Func<LogEvent, LogEvent, bool> has) => ByUser(c).Any(u => u.Zip(u.Skip(1)).Any(p => has(p.First, p.Second)));

        (string Name, Func<IReadOnlyList<LogEvent>, bool> Has)[] situations =
        [
            (Boundary, c => AnyPair(c, (a, b) => Measured(a, b) == options.Gap)),
            (BeyondBoundary, c => AnyPair(c, (a, b) => Measured(a, b).Ticks == options.Gap.Ticks + unit)),
            (Tie, c => AnyPair(c, (a, b) => a.Time == b.Time && a.Id != b.Id)),
            (NullUser, c => c.Any(e => e.User is null)),
            (NullTime, c => c.Any(e => e.Time is null)),
            (Duplicate, c => c.Distinct().Count() < c.Count),
            (Users, c => c.Select(e => e.User).Distinct().Count() > 1),
            (Sessions, c => AnyPair(c, (a, b) => Ends(Measured(a, b)))),
            (CalendarEdge, c => AnyPair(c, (a, b) => !Ends(Measured(a, b)) && a.Time!.Value.Date != b.Time!.Value.Date)),
            (LongSession, c => ByUser(c).Any(u => LongestRun(u, (a, b) => !Ends(Measured(a, b))) >= 8)),
            (CampaignChange, c => AnyPair(c, (a, b) => !Ends(Measured(a, b)) && a.Campaign != b.Campaign)),
        ];
        return new(cases.Count, situations.ToDictionary(s => s.Name, s => cases.Count(s.Has)));
    }

    static IEnumerable<List<LogEvent>> ByUser(IReadOnlyList<LogEvent> rows) => rows.Where(e => e.User is not null && e.Time is not null)
        .GroupBy(e => e.User).Select(u => u.OrderBy(e => e.Time).ThenBy(e => e.Id).ToList());

    static int LongestRun(List<LogEvent> events, Func<LogEvent, LogEvent, bool> joined)
    {
        var (longest, run) = (0, 0);
        for (var i = 0; i < events.Count; i++)
        {
            run = i > 0 && joined(events[i - 1], events[i]) ? run + 1 : 1;
            longest = Math.Max(longest, run);
        }

        return longest;
    }
}
