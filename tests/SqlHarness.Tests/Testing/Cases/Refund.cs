using LinqToDB.Mapping;

namespace SqlHarness.Tests.Testing.Cases;

/// <summary>A record with required and init properties, a composite primary key and a foreign key within it; the shop's voucher is optional.</summary>
[Table("refunds")]
public sealed record Refund
{
    [Column("order_id"), PrimaryKey(0)] public required long OrderId { get; init; }
    [Column("line"), PrimaryKey(1)] public required short Line { get; init; }
    [Column("amount", Precision = 10, Scale = 4)] public decimal? Amount { get; init; }
    [Column("share")] public double Share { get; init; }
    [Column("refunded_at")] public required DateTime RefundedAt { get; init; }
    [Column("replacement")] public long? ReplacementId { get; init; }

    [Association(ThisKey = nameof(OrderId), OtherKey = nameof(Cases.Order.Id), CanBeNull = false)] public Order? Order { get; init; }
    [Association(ThisKey = nameof(ReplacementId), OtherKey = nameof(Cases.Order.Id))] public Order? Replacement { get; init; }
}
