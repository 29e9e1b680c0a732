using LinqToDB.Mapping;

namespace SqlHarness.Tests.Testing.OwnQueries;

/// <summary>A range of time of a user, open where it has no end.</summary>
[Table("spans")]
public sealed record Span
{
    [Column, PrimaryKey] public required int Id { get; init; }
    [Column] public long? User { get; init; }
    [Column] public DateTime? From { get; init; }
    [Column] public DateTime? Until { get; init; }
}
