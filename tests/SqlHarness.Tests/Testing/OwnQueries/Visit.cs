using LinqToDB.Mapping;

namespace SqlHarness.Tests.Testing.OwnQueries;

/// <summary>A row with a key that is unique and an order that is total by it; all else may be missing.</summary>
[Table("visits")]
public sealed record Visit
{
    [Column, PrimaryKey] public required long Id { get; init; }
    [Column] public long? User { get; init; }
    [Column] public DateTime? Time { get; init; }
    [Column] public string? Campaign { get; init; }
}
