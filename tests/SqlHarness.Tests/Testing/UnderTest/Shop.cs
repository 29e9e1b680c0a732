using LinqToDB.Mapping;

namespace SqlHarness.Tests.Testing.UnderTest;

/// <summary>A user's domain: orders and their refunds.</summary>
[Table("orders")]
public sealed record Order
{
    [Column, PrimaryKey] public required int Id { get; init; }
    [Column] public required string Region { get; init; }
    [Column(Precision = 18, Scale = 2)] public required decimal Amount { get; init; }
    [Column] public string? Coupon { get; init; }
    [Column] public required DateTime At { get; init; }
}

[Table("refunds")]
public sealed record Refund
{
    [Column, PrimaryKey] public required int Id { get; init; }
    [Column] public int? OrderId { get; init; }
    [Column(Precision = 18, Scale = 2)] public required decimal Amount { get; init; }

    [Association(ThisKey = nameof(OrderId), OtherKey = nameof(UnderTest.Order.Id))] public Order? Order { get; init; }
}

public sealed record DailyRevenue(DateTime Day, string Region, decimal Amount, int Orders);

public sealed record NetAmount(int OrderId, decimal Net);
