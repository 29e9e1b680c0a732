using LinqToDB.Mapping;

namespace SqlHarness.Tests.Sessions;

[Table("page_views")]
public sealed record PageView
{
    [Column("case_id")] public required int CaseId { get; init; }
    [Column("event_id")] public required long Id { get; init; }
    [Column("user_id")] public long? User { get; init; }
    [Column("event_time")] public DateTime? Time { get; init; }
    [Column("campaign")] public string? Campaign { get; init; }
}
