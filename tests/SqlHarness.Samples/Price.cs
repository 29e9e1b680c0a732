using LinqToDB.Mapping;

namespace SqlHarness.Samples;

/// <summary>A price in a list that changes slowly: from an instant on, until the next one.</summary>
[Table("prices")]
public sealed record Price
{
    [Column("product"), PrimaryKey(1)] public required string Product { get; init; }

    [Column("valid_from"), PrimaryKey(2)] public required DateTime From { get; init; }

    [Column("amount", Precision = 12, Scale = 2)] public required decimal Amount { get; init; }
}
