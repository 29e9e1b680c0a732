using System.Linq.Expressions;
using LinqToDB;
using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.EventLogs;
using SqlHarness.Testing.Reports;
using SqlHarness.Tests.Engines;
using Sessionized = SqlHarness.Sessions.Sessionized<SqlHarness.Testing.EventLogs.LogEvent, long?>;

namespace SqlHarness.Tests.Sessions;

/// <summary>The relations M1 to M19 of sessionization: true of any right query, without a reference that could be wrong in the same way.</summary>
public class SessionizeRelationTests
{
    public static MatrixTheoryData<string, Formulation, GapBoundary> All => new(["sqlite", "duckdb"], Enum.GetValues<Formulation>(), Enum.GetValues<GapBoundary>());

    [Theory]
    [MemberData(nameof(All))]
    public void Every_relation_holds(string engine, Formulation formulation, GapBoundary boundary)
    {
        var options = new SessionizeOptions { Formulation = formulation, Boundary = boundary };
        foreach (var relation in Relations(options))
            Related(relation, options, events => Query(events, options)).Prove(Cases(options), EmbeddedEngines.Named(engine));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Relations_of_whole_seconds_hold(string engine, Formulation formulation, GapBoundary boundary)
    {
        var options = new SessionizeOptions { Formulation = formulation, Boundary = boundary, Precision = GapPrecision.WholeSeconds };
        foreach (var relation in new[] { SessionizeRelations.NearAppend(options), SessionizeRelations.FarAppend(options.Gap), SessionizeRelations.FarPrepend(options.Gap), SessionizeRelations.Insert(options) })
            Related(relation, options, events => Query(events, options)).Prove(Cases(options), EmbeddedEngines.Named(engine));
    }

    /// <summary>Each relation notices at least one wrong query; one that noticed none would prove nothing.</summary>
    [Fact]
    public void Every_relation_catches_a_wrong_query()
    {
        var options = new SessionizeOptions();
        foreach (var relation in Relations(options))
            Faults.Keys.Where(fault => Catches(relation, options, fault)).ShouldNotBeEmpty($"No fault breaks the relation '{relation.Name}'.");
    }

    static readonly Dictionary<string, Func<IQueryable<LogEvent>, IQueryable<Sessionized>>> Faults = new()
    {
        ["a silence of the gap ends a session"] = events => Query(events, new() { Boundary = GapBoundary.At }),
        ["a gap of an hour"] = events => Query(events, new() { Gap = TimeSpan.FromHours(1) }),
        ["midnight ends a session"] = events => Query(events, new() { Cut = CalendarCut.Day }),
        ["campaigns end sessions"] = events => events.Sessionize(e => new { e.CaseId, e.User }, e => e.Time, e => e.Id, new(), e => e.Campaign),
        ["users share sessions"] = events => events.Sessionize(e => e.CaseId, e => e.Time, e => e.Id),
        ["pairs of users share sessions"] = events => events.Sessionize(e => new { e.CaseId, Pair = e.User / 2 }, e => e.Time, e => e.Id),
        ["duplicates are dropped"] = events => Query(events.Distinct(), new()),
        // Ties are broken by chance, which is the order of the rows.
        ["no tie-breaker"] = events => events.Select(e => new Sessionized
        {
            Event = e, SessionId = Sql.Window.FirstValue(e.Id, w => w.PartitionBy(e.CaseId, e.User).OrderBy(e.Time)), SessionStart = null,
        }),
    };

    static bool Catches(Relation<LogEvent, Sessionized> relation, SessionizeOptions options, string fault)
    {
        try
        {
            Related(relation, options, Faults[fault]).Prove(Cases(options, 300), EmbeddedEngines.Named("sqlite"));
            return false;
        }
        catch (ProofFailedException)
        {
            return true;
        }
    }

    static List<Relation<LogEvent, Sessionized>> Relations(SessionizeOptions options) =>
    [
        SessionizeRelations.Permute, SessionizeRelations.Shift(TimeSpan.FromHours(5)), SessionizeRelations.Scale(3, events => Query(events, options with { Gap = options.Gap * 3 })),
        SessionizeRelations.CopyUsers, SessionizeRelations.RenameUsers, SessionizeRelations.FarAppend(options.Gap), SessionizeRelations.FarPrepend(options.Gap),
        SessionizeRelations.NearAppend(options), SessionizeRelations.Bridge(options), SessionizeRelations.Insert(options), SessionizeRelations.Duplicate,
        SessionizeRelations.Payload,
        // Backwards, a session's landing events are its exit events, and the same silence ends it.
        SessionizeRelations.Reverse,
        // M10: a longer gap makes coarser sessions, so that finding those first changes nothing.
        SessionizeRelations.SameAs("within sessions of a longer gap", events => Within(events, options with { Gap = options.Gap * 2 }, options)),
        // M16: each session as a user of its own.
        SessionizeRelations.SameAs("within their own sessions", events => Within(events, options, options)),
        SessionizeRelations.SameAs("in the other formulation",
            events => Query(events, options with { Formulation = options.Formulation == Formulation.Window ? Formulation.RangeJoin : Formulation.Window })),
    ];

    static IQueryable<Sessionized> Query(IQueryable<LogEvent> events, SessionizeOptions options) =>
        events.Sessionize(e => new { e.CaseId, e.User }, e => e.Time, e => e.Id, options);

    static IQueryable<Sessionized> Within(IQueryable<LogEvent> events, SessionizeOptions coarse, SessionizeOptions fine) => Query(events, coarse)
        .Sessionize(s => new { s.Event.CaseId, s.Event.User, s.SessionStart }, s => s.Event.Time, s => s.Event.Id, fine)
        .Select(s => new Sessionized { Event = s.Event.Event, SessionId = s.SessionId, SessionStart = s.SessionStart });

    [Theory]
    [MemberData(nameof(All))]
    public void The_longest_gap_makes_one_session_a_user_and_the_shortest_one_an_instant(string engine, Formulation formulation, GapBoundary boundary)
    {
        var longest = new SessionizeOptions { Gap = TimeSpan.FromDays(100_000), Formulation = formulation, Boundary = boundary };
        Equal(e => (e.CaseId, e.User, default), longest);
        Equal(e => (e.CaseId, e.User, e.Time), new() { Gap = TimeSpan.FromMicroseconds(1), Formulation = formulation, Boundary = GapBoundary.At });

        void Equal(Func<LogEvent, (int, long?, DateTime?)> sessionOf, SessionizeOptions options) =>
            Property.Of("sessionize", new EventLogKind(options), events => Query(events, options), s => s.Event.CaseId, rows => rows.GroupBy(sessionOf).SelectMany(session =>
            {
                var first = session.Where(e => e.Time is not null && e.User is not null).OrderBy(e => e.Time).ThenBy(e => e.Id).FirstOrDefault();
                return session.Select(e => e.Time is null || e.User is null ? new Sessionized { Event = e, SessionId = null, SessionStart = null }
                    : new() { Event = e, SessionId = first!.Id, SessionStart = first.Time });
            })).Prove(Cases(new()), EmbeddedEngines.Named(engine));
    }

    /// <summary>M18: every event with user and time is in exactly one session, and sessions are further apart than the gap. M19: the starts alone are sessions of one event each.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Sessions_conserve_events_and_their_starts_are_a_fixed_point(string engine, Formulation formulation, GapBoundary boundary)
    {
        var options = new SessionizeOptions { Formulation = formulation, Boundary = boundary };
        var (longest, cases) = (options.Gap.Ticks / TimeSpan.TicksPerMicrosecond - (boundary == GapBoundary.At ? 1 : 0), Cases(options));
        IQueryable<Session<long, long, string?>> Sessions(IQueryable<LogEvent> events) => Query(events, options)
            .Sessions(e => e.CaseId * 1000L + e.User!.Value, e => e.Time, e => e.Id, e => e.Campaign);

        Property.Of("conservation", new EventLogKind(options),
            events => Sessions(events).GroupBy(s => (int)(s.User / 1000)).Select(g => new
            {
                CaseId = g.Key, Events = g.Sum(s => s.Events), Sessions = g.LongCount(), Numbers = g.Sum(s => s.NextStart == null ? s.Number : 0),
                TooClose = g.Sum(s => SqlHarness.Portability.Portable.ElapsedMicroseconds(s.End, s.NextStart) <= longest ? 1 : 0),
            }), r => r.CaseId,
            rows =>
            {
                var sessions = SessionizeReference.Of(rows, e => e.User, e => e.Time, e => (long?)e.Id, options).Where(s => s.SessionStart is not null).ToList();
                var count = sessions.Select(s => (s.Event.User, s.SessionStart)).Distinct().LongCount();
                return sessions.Count == 0 ? [] : [new { rows[0].CaseId, Events = (long)rows.Count(e => e.User is not null && e.Time is not null), Sessions = count, Numbers = count, TooClose = 0 }];
            }).Prove(cases, EmbeddedEngines.Named(engine));

        Property.Of("fixed point", new EventLogKind(options),
            events => Sessions(events).Sessionize(s => s.User, s => s.Start, s => s.FirstId, options)
                .Select(s => new { s.Event.User, s.Event.Start, s.SessionId, s.SessionStart }),
            s => (int)(s.User / 1000),
            rows => SessionizeReference.Of(rows, e => e.User, e => e.Time, e => (long?)e.Id, options).Where(s => s.SessionStart is not null)
                .Select(s => new { User = s.Event.CaseId * 1000L + s.Event.User!.Value, Start = s.SessionStart!.Value, s.SessionId, s.SessionStart }).Distinct())
            .Prove(cases, EmbeddedEngines.Named(engine));
    }

    static CaseList<LogEvent> Cases(SessionizeOptions options, int count = 1000) => EventLogGenerator.Generate(options, CaseBudget.FromEnvironment(count, 19));

    static Property<LogEvent, Sessionized> Related(Relation<LogEvent, Sessionized> relation, SessionizeOptions options, Func<IQueryable<LogEvent>, IQueryable<Sessionized>> query) =>
        Property.Of("sessionize", new EventLogKind(options), query, s => s.Event.CaseId, relation);
}
