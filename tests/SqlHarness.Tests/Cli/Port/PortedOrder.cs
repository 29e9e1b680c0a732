using LinqToDB.Mapping;

namespace SqlHarness.Tests.Cli.Port;

[Table("orders", Schema = "shop")]
public sealed record PortedOrder
{
    [Column("id"), PrimaryKey]
    public required long Id { get; init; }

    [Column("region")]
    public required string Region { get; init; }

    [Column("amount")]
    public required long Amount { get; init; }
}
