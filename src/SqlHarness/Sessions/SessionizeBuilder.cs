using System.Linq.Expressions;
using System.Reflection;
using SqlHarness.Tables;

namespace SqlHarness.Sessions;

/// <summary>Gives the split column its own type back: the caller's selector boxes it.</summary>
static class SessionizeBuilder
{
    static readonly MethodInfo TypedMethod = typeof(SessionizeBuilder).GetMethod(nameof(Typed), BindingFlags.NonPublic | BindingFlags.Static)!;

    public static IQueryable<Sessionized<TEvent, TSessionId>> Build<TEvent, TUser, TId, TSessionId>(
        IQueryable<TEvent> events, Expression<Func<TEvent, TUser>> user, Expression<Func<TEvent, DateTime?>> time, Expression<Func<TEvent, TId>> id,
        Expression<Func<TId, TSessionId>> sessionId, SessionizeOptions? options, Expression<Func<TEvent, object?>>? newSessionOn)
    {
        options ??= new SessionizeOptions();
        options.Validate();
        if (newSessionOn is null)
            return new SessionizeQuery<TEvent, TUser, TId, TSessionId, bool>(user, time, id, sessionId, null, options).From(events);
        var body = newSessionOn.Body is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : newSessionOn.Body;
        if (!KeyParts.IsScalar(body.Type))
            throw new ArgumentException($"newSessionOn must be one column, but is a {body.Type.Name}.", nameof(newSessionOn));
        var typed = Expression.Lambda(body, newSessionOn.Parameters);
        return (IQueryable<Sessionized<TEvent, TSessionId>>)TypedMethod
            .MakeGenericMethod(typeof(TEvent), typeof(TUser), typeof(TId), typeof(TSessionId), body.Type)
            .Invoke(null, BindingFlags.DoNotWrapExceptions, null, [events, user, time, id, sessionId, typed, options], null)!;
    }

    static IQueryable<Sessionized<TEvent, TSessionId>> Typed<TEvent, TUser, TId, TSessionId, TSplit>(
        IQueryable<TEvent> events, Expression<Func<TEvent, TUser>> user, Expression<Func<TEvent, DateTime?>> time, Expression<Func<TEvent, TId>> id,
        Expression<Func<TId, TSessionId>> sessionId, Expression<Func<TEvent, TSplit>> split, SessionizeOptions options) =>
        new SessionizeQuery<TEvent, TUser, TId, TSessionId, TSplit>(user, time, id, sessionId, split, options).From(events);
}
