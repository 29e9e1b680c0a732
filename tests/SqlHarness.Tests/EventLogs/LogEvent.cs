using LinqToDB.Mapping;

namespace SqlHarness.Tests.EventLogs;

/// <summary>An event as logs have it: without a primary key, so that one may occur twice, and ids may repeat.</summary>
[Table("events")]
public sealed record LogEvent
{
    /// <summary>The event's id; ties are broken by it.</summary>
    [Column("event_id")]
    public required long Id { get; init; }

    /// <summary>Whose event; some have no user.</summary>
    [Column("user_id")]
    public long? User { get; init; }

    /// <summary>When, UTC; some have no time.</summary>
    [Column("event_time")]
    public DateTime? Time { get; init; }

    /// <summary>A column whose change may end a session.</summary>
    [Column("campaign")]
    public string? Campaign { get; init; }
}
