using LinqToDB.Mapping;

namespace SqlHarness.Tests.Testing.Cases;

/// <summary>A class with setters and a primary key; its refunds refer to it.</summary>
[Table("orders")]
public sealed class Order
{
    [Column("order_id"), PrimaryKey] public long Id { get; set; }
    [Column("customer")] public int? Customer { get; set; }
    [Column("status", Length = 8)] public string Status { get; set; } = "";
    [Column("note")] public string? Note { get; set; }
    [Column("amount", Precision = 14, Scale = 2)] public decimal Amount { get; set; }
    [Column("is_gift")] public bool IsGift { get; set; }
    [Column("token")] public Guid? Token { get; set; }
    [Column("paid_at")] public DateTime? PaidAt { get; set; }

    [Association(ThisKey = nameof(Id), OtherKey = nameof(Refund.OrderId))] public IReadOnlyList<Refund> Refunds { get; set; } = [];
}
