using LinqToDB.Mapping;

namespace SqlHarness.Samples;

/// <summary>An order of a shop. The mapping is all that the harness needs to know of it.</summary>
[Table("orders")]
public sealed record Order
{
    [Column("order_id"), PrimaryKey] public required int Id { get; init; }

    [Column("region")] public required string Region { get; init; }

    [Column("product")] public required string Product { get; init; }

    [Column("quantity")] public required int Quantity { get; init; }

    [Column("ordered_at")] public required DateTime OrderedAt { get; init; }
}
