using LinqToDB.Mapping;

namespace SqlHarness.Tests.Portability;

[Table("children")]
sealed record Child
{
    [Column] public required int Id { get; init; }
    [Column] public required int ParentId { get; init; }

    public static Child[] Two => [new() { Id = 10, ParentId = 2 }, new() { Id = 11, ParentId = 3 }];
}
