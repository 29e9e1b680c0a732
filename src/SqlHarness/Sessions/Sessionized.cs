using System.Diagnostics.CodeAnalysis;
using LinqToDB.Mapping;

namespace SqlHarness.Sessions;

/// <summary>An event with the session it belongs to.</summary>
/// <typeparam name="TEvent">The event's row type.</typeparam>
/// <typeparam name="TSessionId">The type of the event id, made nullable.</typeparam>
public sealed record Sessionized<TEvent, TSessionId>
{
    /// <summary>The event, unchanged.</summary>
    public required TEvent Event { get; init; }

    /// <summary>The id of the session's first event; NULL where the event has no user or no time.</summary>
    [Column("session_id")]
    [MaybeNull]
    public required TSessionId SessionId { get; init; }

    /// <summary>The instant of the session's first event, UTC; NULL where the event has no user or no time.</summary>
    [Column("session_start")]
    public required DateTime? SessionStart { get; init; }
}
