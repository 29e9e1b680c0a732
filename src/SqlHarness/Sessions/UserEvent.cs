using LinqToDB.Mapping;

namespace SqlHarness.Sessions;

/// <summary>The event that the registered session queries read: a row with an id, a user, a time and a campaign.</summary>
[Table("events")]
public sealed record UserEvent
{
    /// <summary>The event's id; it breaks ties between events of one instant.</summary>
    [Column("event_id")]
    public required long EventId { get; init; }

    /// <summary>Whose event; NULL belongs to no session.</summary>
    [Column("user_id")]
    public long? UserId { get; init; }

    /// <summary>When, UTC; NULL belongs to no session.</summary>
    [Column("event_time")]
    public DateTime? EventTime { get; init; }

    /// <summary>Where the visitor came from.</summary>
    [Column("campaign")]
    public string? Campaign { get; init; }
}
