using LinqToDB.Mapping;

namespace SqlHarness.Samples;

/// <summary>Money that went back; of an order, or of nothing that is known.</summary>
[Table("refunds")]
public sealed record Refund
{
    [Column("refund_id"), PrimaryKey] public required int Id { get; init; }

    [Column("order_id")] public int? OrderId { get; init; }

    [Column("amount", Precision = 12, Scale = 2)] public required decimal Amount { get; init; }

    /// <summary>What it refers to: generated refunds have orders, some of them several.</summary>
    [Association(ThisKey = nameof(OrderId), OtherKey = nameof(Samples.Order.Id))] public Order? Order { get; init; }
}
