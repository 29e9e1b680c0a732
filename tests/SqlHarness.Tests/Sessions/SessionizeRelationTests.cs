using LinqToDB;
using SqlHarness.Engines;
using SqlHarness.Portability;
using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Reports;
using SqlHarness.Tests.EventLogs;
using Sessionized = SqlHarness.Sessions.Sessionized<SqlHarness.Tests.EventLogs.LogEvent, long?>;

namespace SqlHarness.Tests.Sessions;

/// <summary>The relations M1 to M19 of sessionization: true of any right query, without a reference that could be wrong in the same way.</summary>
public class SessionizeRelationTests
{
    const ulong Seed = 19;

    static readonly CaseBudget Budget = CaseBudget.FromEnvironment();

    public static MatrixTheoryData<Formulation, GapBoundary> All => new(Enum.GetValues<Formulation>(), Enum.GetValues<GapBoundary>());

    [Theory]
    [MemberData(nameof(All))]
    public void Every_relation_holds(Formulation formulation, GapBoundary boundary)
    {
        var options = new SessionizeOptions { Formulation = formulation, Boundary = boundary };
        foreach (var relation in Relations(options))
            Related(relation, events => Query(events, options)).Check().Count.ShouldBe(2);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void Relations_of_whole_seconds_hold(Formulation formulation, GapBoundary boundary)
    {
        var options = new SessionizeOptions { Formulation = formulation, Boundary = boundary, Precision = GapPrecision.WholeSeconds };
        foreach (var relation in new[] { SessionizeRelations.NearAppend(options), SessionizeRelations.FarAppend(options.Gap), SessionizeRelations.FarPrepend(options.Gap), SessionizeRelations.Insert(options) })
            Related(relation, events => Query(events, options)).Check().Count.ShouldBe(2);
    }

    /// <summary>Each relation notices at least one wrong query; one that noticed none would prove nothing.</summary>
    [Fact]
    public void Every_relation_catches_a_wrong_query()
    {
        var options = new SessionizeOptions();
        foreach (var relation in Relations(options))
            Faults.Keys.Where(fault => Catches(relation, fault)).ShouldNotBeEmpty($"No fault breaks the relation '{relation.Name}'.");
    }

    static readonly Dictionary<string, Func<IQueryable<LogEvent>, IQueryable<Sessionized>>> Faults = new()
    {
        ["a silence of the gap ends a session"] = events => Query(events, new() { Boundary = GapBoundary.At }),
        ["a gap of an hour"] = events => Query(events, new() { Gap = TimeSpan.FromHours(1) }),
        ["midnight ends a session"] = events => Query(events, new() { Cut = CalendarCut.Day }),
        ["campaigns end sessions"] = events => LogQueries.SessionizeByCampaign(events, new()),
        ["users share sessions"] = events => events.Sessionize(e => e.User * 0, e => e.Time, e => e.Id),
        ["pairs of users share sessions"] = events => events.Sessionize(e => e.User / 2, e => e.Time, e => e.Id),
        ["duplicates are dropped"] = events => Query(events.Distinct(), new()),
        // Ties are broken by chance, which is the order of the rows.
        ["no tie-breaker"] = events => events.Select(e => new Sessionized
        {
            Event = e, SessionId = Sql.Window.FirstValue(e.Id, w => w.PartitionBy(e.User).OrderBy(e.Time)), SessionStart = null,
        }),
    };

    static bool Catches(SessionizeRelation relation, string fault)
    {
        try
        {
            relation.Of(Harness.For<LogEvent, Sessionized>(Faults[fault]).Cases(300, Seed).On(Engine.Sqlite())).Check();
            return false;
        }
        catch (ProofFailedException e)
        {
            return e.Message.Contains($"breaks the relation '{relation.Name}'", StringComparison.Ordinal);
        }
    }

    static List<SessionizeRelation> Relations(SessionizeOptions options) =>
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
        SessionizeRelations.SameAs("in another formulation",
            events => Query(events, options with { Formulation = options.Formulation == Formulation.Window ? Formulation.RangeJoin : Formulation.Window })),
    ];

    static IQueryable<Sessionized> Query(IQueryable<LogEvent> events, SessionizeOptions options) => LogQueries.Sessionize(events, options);

    static IQueryable<Sessionized> Within(IQueryable<LogEvent> events, SessionizeOptions coarse, SessionizeOptions fine) => Query(events, coarse)
        .Sessionize(s => new { s.Event.User, s.SessionStart }, s => s.Event.Time, s => s.Event.Id, fine)
        .Select(s => new Sessionized { Event = s.Event.Event, SessionId = s.SessionId, SessionStart = s.SessionStart });

    [Theory]
    [MemberData(nameof(All))]
    public void The_longest_gap_makes_one_session_a_user_and_the_shortest_one_an_instant(Formulation formulation, GapBoundary boundary)
    {
        Equal(e => (e.User, default), new() { Gap = TimeSpan.FromDays(200_000), Formulation = formulation, Boundary = boundary });
        Equal(e => (e.User, e.Time), new() { Gap = TimeSpan.FromMicroseconds(1), Formulation = formulation, Boundary = GapBoundary.At });

        void Equal(Func<LogEvent, (long?, DateTime?)> sessionOf, SessionizeOptions options) =>
            LogQueries.UnderTest(options).Cases(Budget.Count, Seed).Against(rows => rows.GroupBy(sessionOf).SelectMany(session =>
            {
                var first = session.Where(e => e.Time is not null && e.User is not null).OrderBy(e => e.Time).ThenBy(e => e.Id).FirstOrDefault();
                return session.Select(e => e.Time is null || e.User is null ? new Sessionized { Event = e, SessionId = null, SessionStart = null }
                    : new() { Event = e, SessionId = first!.Id, SessionStart = first.Time });
            })).Check().Count.ShouldBe(2);
    }

    /// <summary>M18: every event with user and time is in exactly one session, and sessions are further apart than the gap. M19: the starts alone are sessions of one event each.</summary>
    [Theory]
    [MemberData(nameof(All))]
    public void Sessions_conserve_events_and_their_starts_are_a_fixed_point(Formulation formulation, GapBoundary boundary)
    {
        var options = new SessionizeOptions { Formulation = formulation, Boundary = boundary };
        var longest = options.Gap.Ticks / TimeSpan.TicksPerMicrosecond - (boundary == GapBoundary.At ? 1 : 0);
        IQueryable<Session<long, long, string?>> Sessions(IQueryable<LogEvent> events) => Query(events, options).Sessions(e => e.User!.Value, e => e.Time, e => e.Id, e => e.Campaign);

        Harness.For<LogEvent, Conserved>(events => Sessions(events).GroupBy(s => s.User).Select(g => new Conserved(
                g.Key, g.Sum(s => s.Events), g.LongCount(), g.Sum(s => s.NextStart == null ? s.Number : 0), g.Sum(s => Portable.ElapsedMicroseconds(s.End, s.NextStart) <= longest ? 1 : 0))))
            .Named("conservation").Cases(Budget.Count, Seed)
            .Against(rows => LogQueries.Reference(rows, options).Where(s => s.SessionStart is not null).GroupBy(s => s.Event.User!.Value)
                .Select(user => (User: user.Key, Events: user.LongCount(), Sessions: user.Select(s => s.SessionStart).Distinct().LongCount()))
                .Select(user => new Conserved(user.User, user.Events, user.Sessions, user.Sessions, 0)))
            .Check().Count.ShouldBe(2);

        Harness.For<LogEvent, Fixed>(events => Sessions(events).Sessionize(s => s.User, s => s.Start, s => s.FirstId, options).Select(s => new Fixed(s.Event.User, s.Event.Start, s.SessionId, s.SessionStart)))
            .Named("fixed point").Cases(Budget.Count, Seed)
            .Against(rows => LogQueries.Reference(rows, options).Where(s => s.SessionStart is not null)
                .Select(s => new Fixed(s.Event.User!.Value, s.SessionStart!.Value, s.SessionId, s.SessionStart)).Distinct())
            .Check().Count.ShouldBe(2);
    }

    /// <summary>What a user's sessions add up to.</summary>
    sealed record Conserved(long User, long Events, long Sessions, long LastNumbers, int TooClose);

    /// <summary>A session's start, and the session that it is in by itself.</summary>
    sealed record Fixed(long User, DateTime Start, long? SessionId, DateTime? SessionStart);

    static StatedProperty<Sessionized> Related(SessionizeRelation relation, Func<IQueryable<LogEvent>, IQueryable<Sessionized>> query) =>
        relation.Of(Harness.For<LogEvent, Sessionized>(query).Named("sessionize").Cases(Budget.Count, Seed));
}
