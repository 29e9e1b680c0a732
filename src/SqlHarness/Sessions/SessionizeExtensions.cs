using System.Linq.Expressions;

namespace SqlHarness.Sessions;

/// <summary>Adds session ids to events.</summary>
public static class SessionizeExtensions
{
    /// <summary>Every event with the session it belongs to; no row is dropped.</summary>
    /// <param name="events">The events: any entity type, filtered or projected before as you like.</param>
    /// <param name="user">Whose sessions; a column, or several as <c>e => new { e.UserId, e.Region }</c>. An event with a NULL part belongs to no session.</param>
    /// <param name="time">When, UTC. An event without a time belongs to no session.</param>
    /// <param name="id">The event's id, NOT NULL; it breaks ties between events of one instant, and a session's id is its first event's.</param>
    /// <param name="options">What ends a session; by default more than 30 minutes of silence.</param>
    /// <param name="newSessionOn">One column whose change also ends a session: <c>e => e.Campaign</c>.</param>
    /// <exception cref="ArgumentException">An option, or the id's type, is unusable; the message names it.</exception>
    public static IQueryable<Sessionized<TEvent, TId?>> Sessionize<TEvent, TUser, TId>(
        this IQueryable<TEvent> events, Expression<Func<TEvent, TUser>> user, Expression<Func<TEvent, DateTime?>> time, Expression<Func<TEvent, TId>> id,
        SessionizeOptions? options = null, Expression<Func<TEvent, object?>>? newSessionOn = null) where TId : struct =>
        SessionizeBuilder.Build<TEvent, TUser, TId, TId?>(events, user, time, id, i => (TId?)i, options, newSessionOn);

    /// <inheritdoc cref="Sessionize{TEvent, TUser, TId}"/>
    public static IQueryable<Sessionized<TEvent, string?>> Sessionize<TEvent, TUser>(
        this IQueryable<TEvent> events, Expression<Func<TEvent, TUser>> user, Expression<Func<TEvent, DateTime?>> time, Expression<Func<TEvent, string>> id,
        SessionizeOptions? options = null, Expression<Func<TEvent, object?>>? newSessionOn = null) =>
        SessionizeBuilder.Build<TEvent, TUser, string, string?>(events, user, time, id, i => i, options, newSessionOn);
}
