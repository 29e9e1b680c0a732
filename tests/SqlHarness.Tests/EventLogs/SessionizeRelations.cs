using SqlHarness.Sessions;
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

    /// <summary>Each user's events once more, as another user's: the same sessions twice.</summary>
    public static Relation<LogEvent, Sessionized> CopyUsers => new()
    {
        Name = "users copied",
        Change = rows => [.. rows, .. rows.Select(e => e with { User = 1000 + e.User })],
        Expect = (_, results) => results.Concat(results.Select(s => s with { Event = s.Event with { User = 1000 + s.Event.User } })),
    };

    /// <summary>Every event twice: every result twice.</summary>
    public static Relation<LogEvent, Sessionized> Duplicate => new()
    {
        Name = "every event twice",
        Change = rows => [.. rows, .. rows],
        Expect = (_, results) => results.Concat(results),
    };

    /// <summary>An event of each user beyond the gap after the last: one session more, of this event alone.</summary>
    public static Relation<LogEvent, Sessionized> FarAppend(TimeSpan gap) => new()
    {
        Name = "an event appended to each user beyond the gap",
        // Two seconds more than the gap is beyond it under either precision.
        Change = rows => [.. rows, .. Added(rows, times => times[^1] + gap + TimeSpan.FromSeconds(2))],
        Expect = (rows, results) => results.Concat(Added(rows, times => times[^1] + gap + TimeSpan.FromSeconds(2)).Select(Alone)),
    };

    /// <summary>An event of each user beyond the gap before the first: one session more, of this event alone.</summary>
    public static Relation<LogEvent, Sessionized> FarPrepend(TimeSpan gap) => new()
    {
        Name = "an event prepended to each user beyond the gap",
        Change = rows => [.. rows, .. Added(rows, times => times[0] - gap - TimeSpan.FromSeconds(2))],
        Expect = (rows, results) => results.Concat(Added(rows, times => times[0] - gap - TimeSpan.FromSeconds(2)).Select(Alone)),
    };

    /// <summary>An event of each user after the longest silence that ends no session: it joins the last session. Holds without a calendar cut.</summary>
    public static Relation<LogEvent, Sessionized> NearAppend(SessionizeOptions options) => new()
    {
        Name = "an event appended to each user at the gap",
        Change = rows => [.. rows, .. Added(rows, times => times[^1] + LongestSilence(options))],
        Expect = (rows, results) => results.Concat(Added(rows, times => times[^1] + LongestSilence(options)).Select(e => Joined(e, results, e.Time - LongestSilence(options)))),
    };

    /// <summary>An event in the middle of each user's first silence within a session: it joins that session, and nothing else changes. Holds without a calendar cut.</summary>
    public static Relation<LogEvent, Sessionized> Insert(SessionizeOptions options) => new()
    {
        Name = "an event inserted into each user's first session",
        Change = rows => [.. rows, .. Added(rows, times => FirstSilence(times, Within(options)) is { } s ? s.Before + Half(s.Length) : null)],
        Expect = (rows, results) => results.Concat(Added(rows, times => FirstSilence(times, Within(options)) is { } s ? s.Before + Half(s.Length) : null)
            .Select(e => Joined(e, results, results.Where(r => r.Event.User == e.User && r.Event.Time < e.Time).Max(r => r.Event.Time)))),
    };

    /// <summary>
    /// An event in the middle of each user's first silence that ends a session, though neither half of it would: exactly those two sessions become one. Holds without a calendar cut.
    /// </summary>
    public static Relation<LogEvent, Sessionized> Bridge(SessionizeOptions options)
    {
        bool Bridged(TimeSpan silence) => !Within(options)(silence) && silence > TimeSpan.FromTicks(1) && Within(options)(silence - Half(silence));
        IEnumerable<LogEvent> Bridges(IReadOnlyList<LogEvent> rows) => Added(rows, times => FirstSilence(times, Bridged) is { } s ? s.Before + Half(s.Length) : null);
        return new()
        {
            Name = "each user's first two sessions that one event can bridge are bridged",
            Change = rows => [.. rows, .. Bridges(rows)],
            Expect = (rows, results) =>
            {
                var bridges = Bridges(rows).ToDictionary(e => e.User!.Value, e => Joined(e, results, results.Where(r => r.Event.User == e.User && r.Event.Time < e.Time).Max(r => r.Event.Time)));
                DateTime? Swallowed(Sessionized bridge) => results.Where(r => r.Event.User == bridge.Event.User && r.Event.Time > bridge.Event.Time).Min(r => r.SessionStart);
                return results.Select(r => r.Event.User is { } user && bridges.TryGetValue(user, out var bridge) && r.SessionStart is not null && r.SessionStart == Swallowed(bridge)
                    ? r with { SessionId = bridge.SessionId, SessionStart = bridge.SessionStart } : r).Concat(bridges.Values);
            },
        };
    }

    /// <summary>Time runs backwards: the same sessions, which start where they ended. Holds for exact precision and without a calendar cut.</summary>
    public static Relation<LogEvent, Sessionized> Reverse => new()
    {
        Name = "time reversed",
        Change = rows => [.. rows.Select(e => e with { Time = Reversed(e.Time) })],
        Expect = (_, results) => results.GroupBy(r => (r.Event.User, r.SessionStart)).SelectMany(session =>
        {
            var last = session.OrderByDescending(r => r.Event.Time).ThenBy(r => r.Event.Id).First().Event;
            return session.Select(r => new Sessionized
            {
                Event = r.Event with { Time = Reversed(r.Event.Time) }, SessionId = r.SessionId is null ? null : last.Id, SessionStart = r.SessionStart is null ? null : Reversed(last.Time),
            });
        }),
    };

    /// <summary>The same sessions by a query that should mean the same: another formulation, or one that finds coarser sessions first.</summary>
    public static Relation<LogEvent, Sessionized> SameAs(string name, Func<IQueryable<LogEvent>, IQueryable<Sessionized>> query) =>
        new() { Name = name, Change = rows => rows, QueryAfter = query };

    /// <summary>Other campaigns: the same sessions, where campaigns end none.</summary>
    public static Relation<LogEvent, Sessionized> Payload => new()
    {
        Name = "campaigns changed",
        Change = rows => [.. rows.Select(e => e with { Campaign = e.Campaign is null ? "x" : null })],
        Expect = (_, results) => results.Select(s => s with { Event = s.Event with { Campaign = s.Event.Campaign is null ? "x" : null } }),
    };

    static DateTime? Reversed(DateTime? time) => time is { } t ? DateTime.UnixEpoch.AddTicks(DateTime.UnixEpoch.Ticks - t.Ticks) : null;

    static Sessionized Alone(LogEvent added) => new() { Event = added, SessionId = added.Id, SessionStart = added.Time };

    static Sessionized Joined(LogEvent added, IEnumerable<Sessionized> results, DateTime? at) =>
        results.First(r => r.Event.User == added.User && r.Event.Time == at) with { Event = added };

    static TimeSpan LongestSilence(SessionizeOptions options) =>
        options.Boundary == GapBoundary.At ? options.Gap - TimeSpan.FromMicroseconds(1)
        : options.Precision == GapPrecision.WholeSeconds ? options.Gap + TimeSpan.FromSeconds(1) - TimeSpan.FromMicroseconds(1) : options.Gap;

    static Func<TimeSpan, bool> Within(SessionizeOptions options) => silence => silence <= LongestSilence(options);

    // Whole microseconds.
    static TimeSpan Half(TimeSpan silence) => TimeSpan.FromTicks(silence.Ticks / 2 / TimeSpan.TicksPerMicrosecond * TimeSpan.TicksPerMicrosecond);

    static (DateTime Before, TimeSpan Length)? FirstSilence(IReadOnlyList<DateTime> times, Func<TimeSpan, bool> wanted)
    {
        for (var i = 1; i < times.Count; i++)
        {
            // A silence of a microsecond has no middle.
            if (times[i] - times[i - 1] > TimeSpan.FromMicroseconds(1) && wanted(times[i] - times[i - 1]))
                return (times[i - 1], times[i] - times[i - 1]);
        }

        return null;
    }

    /// <summary>An event of each user at an instant that depends on the user's own, with ids greater than all others.</summary>
    static IEnumerable<LogEvent> Added(IReadOnlyList<LogEvent> rows, Func<IReadOnlyList<DateTime>, DateTime?> at)
    {
        var next = rows.Select(e => e.Id).DefaultIfEmpty().Max();
        return rows.Where(e => e.User is not null && e.Time is not null).GroupBy(e => e.User).OrderBy(u => u.Key)
            .Select((u, i) => new LogEvent { CaseId = rows[0].CaseId, Id = next + 1 + i, User = u.Key, Time = at([.. u.Select(e => e.Time!.Value).Order()]) })
            .Where(e => e.Time is not null);
    }
}
