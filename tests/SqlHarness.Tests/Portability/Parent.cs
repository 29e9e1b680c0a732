using LinqToDB.Mapping;

namespace SqlHarness.Tests.Portability;

/// <summary>What an outer join fills: the first parent has no child.</summary>
[Table("parents")]
sealed record Parent
{
    [Column] public required int Id { get; init; }

    public static Parent[] Three => [new() { Id = 1 }, new() { Id = 2 }, new() { Id = 3 }];
}
