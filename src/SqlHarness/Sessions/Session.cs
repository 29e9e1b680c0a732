using LinqToDB.Mapping;

namespace SqlHarness.Sessions;

/// <summary>A session: one row, identified by (user, start).</summary>
/// <typeparam name="TUser">The user's type, composite where the user is.</typeparam>
/// <typeparam name="TId">The event id's type.</typeparam>
/// <typeparam name="TValue">The type of the landing and exit value.</typeparam>
public sealed record Session<TUser, TId, TValue>
{
    /// <summary>Whose session.</summary>
    [Column("user_id")]
    public required TUser User { get; init; }

    /// <summary>The first event's instant, UTC.</summary>
    [Column("session_start")]
    public required DateTime Start { get; init; }

    /// <summary>The last event's instant, UTC.</summary>
    [Column("session_end")]
    public required DateTime End { get; init; }

    /// <summary>From start to end, in microseconds; 0 for a session of one instant.</summary>
    [Column("duration_microseconds")]
    public required long DurationMicroseconds { get; init; }

    /// <summary>How many events, duplicates counted.</summary>
    [Column("events")]
    public required long Events { get; init; }

    /// <summary>The first event's id, which is the session id.</summary>
    [Column("first_id")]
    public required TId FirstId { get; init; }

    /// <summary>The last event's id.</summary>
    [Column("last_id")]
    public required TId LastId { get; init; }

    /// <summary>The chosen column's value at the first event; at equal times decided by id, then by value.</summary>
    [Column("landing_value")]
    public required TValue Landing { get; init; }

    /// <summary>The chosen column's value at the last event; at equal times decided by id, then by value.</summary>
    [Column("exit_value")]
    public required TValue Exit { get; init; }

    /// <summary>1 for the user's first session, and so on.</summary>
    [Column("session_number")]
    public required long Number { get; init; }

    /// <summary>The start of the user's previous session; NULL for the first.</summary>
    [Column("previous_session_start")]
    public required DateTime? PreviousStart { get; init; }

    /// <summary>The start of the user's next session; NULL for the last.</summary>
    [Column("next_session_start")]
    public required DateTime? NextStart { get; init; }
}
