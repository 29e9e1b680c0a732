using System.Linq.Expressions;
using LinqToDB;
using SqlHarness.Operators;
using SqlHarness.Portability;

namespace SqlHarness.Sessions;

/// <summary>
/// Sessionization as a query, in all formulations. The order is (time, id), and the split column last where one is given. Events of one instant are never parted:
/// where one of them starts a session, all belong to it, so that (user, start) identifies a session.
/// </summary>
sealed class SessionizeQuery<TEvent, TUser, TId, TSessionId, TSplit>(
    Expression<Func<TEvent, TUser>> user, Expression<Func<TEvent, DateTime?>> time, Expression<Func<TEvent, TId>> id,
    Expression<Func<TId, TSessionId>> sessionId, Expression<Func<TEvent, TSplit>>? split, SessionizeOptions options)
{
    readonly Expression<Func<TEvent, TSplit>> _split = split ?? (e => default!);

    // Without a split column one row at most starts a session at an instant, and the order needs no third part.
    readonly Expression<Func<EventRow<TEvent, TUser, TId, TSplit>, object?>> _order = split is null ? x => new { x.Time, x.Id } : x => new { x.Time, x.Id, x.Split };

    public IQueryable<Sessionized<TEvent, TSessionId>> From(IQueryable<TEvent> events)
    {
        var previous = WithPrevious(events);
        return (options.Formulation ?? (RunningExtremes.AreQuadratic(events) ? Formulation.RunningCount : Formulation.Window)) switch
        {
            Formulation.Window => Window(previous),
            Formulation.RunningCount => RunningCount(previous),
            _ => RangeJoin(events, previous),
        };
    }

    IQueryable<EventRow<TEvent, TUser, TId, TSplit>> WithPrevious(IQueryable<TEvent> events)
    {
        var order = _order;
        return Rows(events).Select(Template.Expand<Func<EventRow<TEvent, TUser, TId, TSplit>, EventRow<TEvent, TUser, TId, TSplit>>>(x => new()
        {
            Event = x.Event, User = x.User, Time = x.Time, Id = x.Id, Split = x.Split,
            PreviousTime = Sql.Window.Lag(x.Time, w => w.PartitionBy(x.User).OrderBy(order.Of(x))),
            PreviousSplit = Sql.Window.Lag(x.Split, w => w.PartitionBy(x.User).OrderBy(order.Of(x))),
            InstantId = Sql.Window.FirstValue(x.Id, w => w.PartitionBy(x.User, x.Time).OrderBy(x.Id)),
        })).AsStep("events_with_previous");
    }

    IQueryable<EventRow<TEvent, TUser, TId, TSplit>> Rows(IQueryable<TEvent> events)
    {
        var (u, t, i, s) = (user, time, id, _split);
        return events.Select(Template.Expand<Func<TEvent, EventRow<TEvent, TUser, TId, TSplit>>>(e => new() { Event = e, User = u.Of(e), Time = t.Of(e), Id = i.Of(e), Split = s.Of(e) }));
    }

    /// <summary>The third step of the formulations: the events that start a session. Where a column splits, several events of one instant may do so, and the first of them gives the id.</summary>
    IQueryable<SessionStart<TUser, TId>> Starts(IQueryable<EventRow<TEvent, TUser, TId, TSplit>> previous)
    {
        var filtered = Starting(previous);
        return (split is null
                ? filtered.Select(x => new SessionStart<TUser, TId> { User = x.User, Id = x.Id, Start = x.Time })
                : filtered.Select(x => new SessionStart<TUser, TId> { User = x.User, Id = x.InstantId, Start = x.Time }).Distinct())
            .AsStep("session_starts");
    }

    IQueryable<EventRow<TEvent, TUser, TId, TSplit>> Starting(IQueryable<EventRow<TEvent, TUser, TId, TSplit>> previous)
    {
        var starts = StartsSession();
        return previous.Where(Template.Expand<Func<EventRow<TEvent, TUser, TId, TSplit>, bool>>(x => x.Time != null && Template.IsKnown(x.User) && starts.Of(x)));
    }

    /// <summary>A running MAX over the starts, and the id of the start by a join on (user, start), which is unique: safe on skew.</summary>
    // RANGE, not ROWS: exact duplicates tie in every order, and the second window may put them otherwise than the first.
    IQueryable<Sessionized<TEvent, TSessionId>> Window(IQueryable<EventRow<TEvent, TUser, TId, TSplit>> previous)
    {
        var (starts, order, toSessionId) = (StartsSession(), _order, sessionId);
        var started = previous.Select(Template.Expand<Func<EventRow<TEvent, TUser, TId, TSplit>, EventRow<TEvent, TUser, TId, TSplit>>>(split is null
            ? x => new()
            {
                Event = x.Event, User = x.User,
                SessionStart = Template.IsKnown(x.User)
                    ? Sql.Window.MaxValue(starts.Of(x) ? x.Time : null, w => w.PartitionBy(x.User).OrderBy(order.Of(x)).RangeBetween.Unbounded.And.CurrentRow)
                    : null,
            }
            : x => new()
            {
                Event = x.Event, User = x.User,
                SessionStart = Template.IsKnown(x.User)
                    ? Sql.Window.MaxValue(starts.Of(x) ? x.Time : null, w => w.PartitionBy(x.User).OrderBy(x.Time).RangeBetween.Unbounded.And.CurrentRow)
                    : null,
            })).AsStep("events_with_session_start");
        // Whoever reads no more than a session's start gets a query without the join.
        return started.LeftJoin(Starts(previous).HasUniqueKey(s => new { s.User, s.Start }),
            Template.Expand<Func<EventRow<TEvent, TUser, TId, TSplit>, SessionStart<TUser, TId>, bool>>((x, s) =>
                Template.SameKey(x.User, s.User) && SqlEquality.Matches(x.SessionStart, s.Start)),
            Template.Expand<Func<EventRow<TEvent, TUser, TId, TSplit>, SessionStart<TUser, TId>, Sessionized<TEvent, TSessionId>>>((x, s) =>
                new() { Event = x.Event, SessionId = toSessionId.Of(s.Id), SessionStart = x.SessionStart })).AsStep("sessionized_events");
    }

    /// <summary>A running COUNT of the starts, and the start by a join on (user, count). All events of an instant have one count.</summary>
    IQueryable<Sessionized<TEvent, TSessionId>> RunningCount(IQueryable<EventRow<TEvent, TUser, TId, TSplit>> previous)
    {
        var (starts, order, toSessionId) = (StartsSession(), split is null ? _order : x => x.Time, sessionId);
        var numbered = previous.Select(Template.Expand<Func<EventRow<TEvent, TUser, TId, TSplit>, EventRow<TEvent, TUser, TId, TSplit>>>(x => new()
        {
            Event = x.Event, User = x.User, Time = x.Time, Id = x.Id, Split = x.Split, PreviousTime = x.PreviousTime, PreviousSplit = x.PreviousSplit, InstantId = x.InstantId,
            SessionNumber = Sql.Window.LongCount(starts.Of(x) ? x.Time : null, w => w.PartitionBy(x.User).OrderBy(order.Of(x)).RangeBetween.Unbounded.And.CurrentRow),
        })).AsStep("events_with_session_number");
        // The starts alone, numbered anew, are few. Of the numbered events they would be as many as these, which is what MariaDB then joins.
        var numberedStarts = (split is null
                ? Starting(previous).Select(Template.Expand<Func<EventRow<TEvent, TUser, TId, TSplit>, SessionStart<TUser, TId>>>(x => new()
                {
                    User = x.User, Id = x.Id, Start = x.Time, SessionNumber = Sql.Window.RowNumber(w => w.PartitionBy(x.User).OrderBy(order.Of(x))),
                }))
                : Starting(numbered).Select(x => new SessionStart<TUser, TId> { User = x.User, Id = x.InstantId, Start = x.Time, SessionNumber = x.SessionNumber }).Distinct())
            .AsStep("session_starts");
        return numbered.LeftJoin(numberedStarts.HasUniqueKey(s => new { s.User, s.SessionNumber }),
            Template.Expand<Func<EventRow<TEvent, TUser, TId, TSplit>, SessionStart<TUser, TId>, bool>>((x, s) => Template.SameKey(x.User, s.User) && SqlEquality.Matches(x.SessionNumber, s.SessionNumber)),
            Template.Expand<Func<EventRow<TEvent, TUser, TId, TSplit>, SessionStart<TUser, TId>, Sessionized<TEvent, TSessionId>>>((x, s) =>
                new() { Event = x.Event, SessionId = toSessionId.Of(s.Id), SessionStart = s.Start })).AsStep("sessionized_events");
    }

    /// <summary>The four steps of the design: LAG, threshold filter, LEAD, range join. The last session's upper bound is the end of time, not NULL, so that engines hash-join.</summary>
    IQueryable<Sessionized<TEvent, TSessionId>> RangeJoin(IQueryable<TEvent> events, IQueryable<EventRow<TEvent, TUser, TId, TSplit>> previous)
    {
        var toSessionId = sessionId;
        var bounded = Starts(previous).Select(Template.Expand<Func<SessionStart<TUser, TId>, SessionStart<TUser, TId>>>(s => new()
        {
            User = s.User, Id = s.Id, Start = s.Start,
            Until = Sql.Window.Lead(s.Start, w => w.PartitionBy(s.User).OrderBy(s.Start)),
        })).AsStep("sessions_with_next");
        return Rows(events).LeftRangeJoin(bounded, x => x.User, x => x.Time, s => s.User, s => s.Start, s => s.Until,
            Template.Expand<Func<EventRow<TEvent, TUser, TId, TSplit>, SessionStart<TUser, TId>?, Sessionized<TEvent, TSessionId>>>((x, s) =>
                new() { Event = x.Event, SessionId = toSessionId.Of(s!.Id), SessionStart = s.Start }), "sessionized_events");
    }

    /// <summary>Whether an event starts a session, seen from the event before it.</summary>
    Expression<Func<EventRow<TEvent, TUser, TId, TSplit>, bool>> StartsSession()
    {
        var gap = options.Gap.Ticks / TimeSpan.TicksPerMicrosecond;
        var seconds = options.Gap.Ticks / TimeSpan.TicksPerSecond;
        Expression<Func<EventRow<TEvent, TUser, TId, TSplit>, bool>> silence = (options.Precision, options.Boundary) switch
        {
            (GapPrecision.Microseconds, GapBoundary.After) => x => Portable.ElapsedMicroseconds(x.PreviousTime, x.Time) > gap,
            (GapPrecision.Microseconds, _) => x => Portable.ElapsedMicroseconds(x.PreviousTime, x.Time) >= gap,
            (_, GapBoundary.After) => x => Portable.ElapsedMicroseconds(x.PreviousTime, x.Time) / 1_000_000 > seconds,
            _ => x => Portable.ElapsedMicroseconds(x.PreviousTime, x.Time) / 1_000_000 >= seconds,
        };
        Expression<Func<EventRow<TEvent, TUser, TId, TSplit>, bool>> starts = x => x.PreviousTime == null || silence.Of(x);
        if (options.Cut != CalendarCut.None)
        {
            var (rest, unit) = (starts, options.Cut == CalendarCut.Day ? CalendarUnit.Day : CalendarUnit.Month);
            // Where either time is NULL the rest has decided already.
            starts = x => rest.Of(x) || SqlEquality.Differs(Portable.Truncate(x.PreviousTime, unit), Portable.Truncate(x.Time, unit));
        }

        if (split is not null)
        {
            var rest = starts;
            starts = x => rest.Of(x) || Template.Changed(x.PreviousSplit, x.Split);
        }

        return starts;
    }
}
