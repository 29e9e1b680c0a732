using LinqToDB.Mapping;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>A small entity with a primary key, as users' entities have; its values are few, so that they tie and are NULL often.</summary>
[Table("parents")]
public sealed record Parent
{
    [PrimaryKey] public required int Id { get; init; }
    [Column] public int? Kind { get; init; }
    [Column] public int? Value { get; init; }
    [Column] public string? Name { get; init; }
}
