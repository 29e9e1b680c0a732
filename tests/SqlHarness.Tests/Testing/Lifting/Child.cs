using LinqToDB.Mapping;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>A small entity without a key: rows may be equal.</summary>
[Table("children")]
public sealed record Child
{
    [Column] public required int ParentId { get; init; }
    [Column] public int? Kind { get; init; }
    [Column] public int? Value { get; init; }
}
