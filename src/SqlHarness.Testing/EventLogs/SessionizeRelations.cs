using SqlHarness.Testing.Claims;
using Sessionized = SqlHarness.Sessions.Sessionized<SqlHarness.Testing.EventLogs.LogEvent, long?>;

namespace SqlHarness.Testing.EventLogs;

/// <summary>What must stay true of sessions when events change. No reference is needed.</summary>
public static class SessionizeRelations
{
    /// <summary>Physical order means nothing.</summary>
    public static Relation<LogEvent, Sessionized> Permute => new() { Name = "physical order reversed", Change = rows => [.. rows.Reverse()] };

    /// <summary>All times moved by as much: the same sessions, moved. Holds without a calendar cut.</summary>
    public static Relation<LogEvent, Sessionized> Shift(TimeSpan by) => new()
    {
        Name = $"shifted by {by:c}",
        Change = rows => [.. rows.Select(e => e with { Time = e.Time + by })],
        Expect = (_, results) => results.Select(s => s with { Event = s.Event with { Time = s.Event.Time + by }, SessionStart = s.SessionStart + by }),
    };

    /// <summary>All silences and the gap longer by one factor: the same sessions. Holds for exact precision and without a calendar cut.</summary>
    /// <param name="factor">The factor, from 1.</param>
    /// <param name="scaledQuery">The query with its gap multiplied.</param>
    public static Relation<LogEvent, Sessionized> Scale(int factor, Func<IQueryable<LogEvent>, IQueryable<Sessionized>> scaledQuery)
    {
        // By ticks: TimeSpan times a number goes through floating point.
        DateTime? Scaled(DateTime? time) => time is { } t ? DateTime.UnixEpoch.AddTicks((t.Ticks - DateTime.UnixEpoch.Ticks) * factor) : null;
        return new()
        {
            Name = $"scaled by {factor}",
            Change = rows => [.. rows.Select(e => e with { Time = Scaled(e.Time) })],
            Expect = (_, results) => results.Select(s => s with { Event = s.Event with { Time = Scaled(s.Event.Time) }, SessionStart = Scaled(s.SessionStart) }),
            QueryAfter = scaledQuery,
        };
    }

    /// <summary>Other names for users, in another order: the same sessions.</summary>
    public static Relation<LogEvent, Sessionized> RenameUsers => new()
    {
        Name = "users renamed",
        Change = rows => [.. rows.Select(e => e with { User = 1000 - e.User })],
        Expect = (_, results) => results.Select(s => s with { Event = s.Event with { User = 1000 - s.Event.User } }),
    };

    /// <summary>An event of each user beyond the gap after the last: one session more, of this event alone.</summary>
    public static Relation<LogEvent, Sessionized> FarAppend(TimeSpan gap) => new()
    {
        Name = "an event appended to each user beyond the gap",
        Change = rows => [.. rows, .. Appended(rows, gap)],
        Expect = (rows, results) => results.Concat(Appended(rows, gap).Select(e => new Sessionized { Event = e, SessionId = e.Id, SessionStart = e.Time })),
    };

    /// <summary>Other campaigns: the same sessions, where campaigns end none.</summary>
    public static Relation<LogEvent, Sessionized> Payload => new()
    {
        Name = "campaigns changed",
        Change = rows => [.. rows.Select(e => e with { Campaign = e.Campaign is null ? "x" : null })],
        Expect = (_, results) => results.Select(s => s with { Event = s.Event with { Campaign = s.Event.Campaign is null ? "x" : null } }),
    };

    static IEnumerable<LogEvent> Appended(IReadOnlyList<LogEvent> rows, TimeSpan gap)
    {
        var next = rows.Select(e => e.Id).DefaultIfEmpty().Max();
        // Two seconds more than the gap is beyond it under either precision.
        return rows.Where(e => e.User is not null && e.Time is not null).GroupBy(e => e.User).OrderBy(u => u.Key)
            .Select((u, i) => new LogEvent { CaseId = rows[0].CaseId, Id = next + 1 + i, User = u.Key, Time = u.Max(e => e.Time) + gap + TimeSpan.FromSeconds(2) });
    }
}
