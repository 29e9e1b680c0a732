using System.Linq.Expressions;

namespace SqlHarness.Sessions;

/// <summary>Adds session ids to events whose id is a text. Apart from <see cref="SessionizeExtensions"/> because C# makes the two kinds of types nullable in different ways.</summary>
public static class SessionizeTextIdExtensions
{
    /// <inheritdoc cref="SessionizeExtensions.Sessionize"/>
    public static IQueryable<Sessionized<TEvent, TId?>> Sessionize<TEvent, TUser, TId>(
        this IQueryable<TEvent> events, Expression<Func<TEvent, TUser>> user, Expression<Func<TEvent, DateTime?>> time, Expression<Func<TEvent, TId>> id,
        SessionizeOptions? options = null, Expression<Func<TEvent, object?>>? newSessionOn = null) where TId : class =>
        SessionizeBuilder.Build<TEvent, TUser, TId, TId?>(events, user, time, id, i => i, options, newSessionOn);
}
