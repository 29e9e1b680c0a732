using System.Linq.Expressions;
using LinqToDB;
using SqlHarness.Portability;

namespace SqlHarness.Sessions;

/// <summary>Makes sessions of sessionized events.</summary>
public static class SessionsExtensions
{
    /// <summary>One row a session; events without a session are in none.</summary>
    /// <param name="events">What <c>Sessionize</c> returned.</param>
    /// <param name="user">The same user selector as there.</param>
    /// <param name="time">The same time selector.</param>
    /// <param name="id">The same id selector.</param>
    /// <param name="value">The column whose landing and exit value is wanted: <c>e => e.Page</c>.</param>
    public static IQueryable<Session<TUser, TId, TValue>> Sessions<TEvent, TSessionId, TUser, TId, TValue>(
        this IQueryable<Sessionized<TEvent, TSessionId>> events, Expression<Func<TEvent, TUser>> user, Expression<Func<TEvent, DateTime?>> time,
        Expression<Func<TEvent, TId>> id, Expression<Func<TEvent, TValue>> value)
    {
        var inOrder = events.Where(s => s.SessionStart != null).Select(Template.Expand<Func<Sessionized<TEvent, TSessionId>, SessionEvent<TUser, TId, TValue>>>(s => new()
        {
            User = user.Of(s.Event), Start = s.SessionStart, Time = time.Of(s.Event), Id = id.Of(s.Event), Value = value.Of(s.Event),
        })).Select(Template.Expand<Func<SessionEvent<TUser, TId, TValue>, SessionEvent<TUser, TId, TValue>>>(x => new()
        {
            User = x.User, Start = x.Start, Time = x.Time, Id = x.Id, Value = x.Value,
            Events = Sql.Window.LongCount(w => w.PartitionBy(x.User, x.Start)),
            NextTime = Sql.Window.Lead(x.Time, w => w.PartitionBy(x.User, x.Start).OrderBy(x.Time).ThenBy(x.Id).ThenBy(x.Value)),
            FirstId = Sql.Window.FirstValue(x.Id, w => w.PartitionBy(x.User, x.Start).OrderBy(x.Time).ThenBy(x.Id).ThenBy(x.Value)),
            Landing = Sql.Window.FirstValue(x.Value, w => w.PartitionBy(x.User, x.Start).OrderBy(x.Time).ThenBy(x.Id).ThenBy(x.Value)),
        })).AsStep("session_events");

        // A session's last event knows all of it. Exact duplicates tie there, and are alike in all that is read.
        return inOrder.Where(x => x.NextTime == null).Select(Template.Expand<Func<SessionEvent<TUser, TId, TValue>, Session<TUser, TId, TValue>>>(x => new()
        {
            User = x.User, Start = x.Start!.Value, End = x.Time!.Value, DurationMicroseconds = Portable.ElapsedMicroseconds(x.Start, x.Time)!.Value, Events = x.Events,
            FirstId = x.FirstId, LastId = x.Id, Landing = x.Landing, Exit = x.Value,
            Number = Sql.Window.RowNumber(w => w.PartitionBy(x.User).OrderBy(x.Start)),
            PreviousStart = Sql.Window.Lag(x.Start, w => w.PartitionBy(x.User).OrderBy(x.Start)),
            NextStart = Sql.Window.Lead(x.Start, w => w.PartitionBy(x.User).OrderBy(x.Start)),
        })).AsStep("sessions");
    }
}
