using LinqToDB.Mapping;

namespace SqlHarness.Tests.Testing.Cases;

/// <summary>An order without its key, to load the orders of many cases into one table.</summary>
[Table("order_rows")]
public sealed record OrderRow
{
    [Column] public long Id { get; init; }
    [Column] public int? Customer { get; init; }
    [Column] public required string Status { get; init; }
    [Column] public string? Note { get; init; }
    [Column(Precision = 14, Scale = 2)] public decimal Amount { get; init; }
    [Column] public bool IsGift { get; init; }
    [Column] public Guid? Token { get; init; }
    [Column] public DateTime? PaidAt { get; init; }

    public static OrderRow Of(Order o) => new() { Id = o.Id, Customer = o.Customer, Status = o.Status, Note = o.Note, Amount = o.Amount, IsGift = o.IsGift, Token = o.Token, PaidAt = o.PaidAt };
}
