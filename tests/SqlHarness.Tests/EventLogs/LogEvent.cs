using LinqToDB.Mapping;

namespace SqlHarness.Testing.EventLogs;

/// <summary>An event of a generated log. The case it belongs to is part of its user, so that one statement answers all cases.</summary>
[Table("events")]
public sealed record LogEvent
{
    /// <summary>The generated case.</summary>
    [Column("case_id")]
    public required int CaseId { get; init; }

    /// <summary>The event's id, unique in its case but for exact duplicates.</summary>
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
