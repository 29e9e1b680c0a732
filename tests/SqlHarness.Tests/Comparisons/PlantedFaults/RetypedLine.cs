using LinqToDB.Mapping;

namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>The same row in a table whose quantity is of another type and whose columns stand in another order.</summary>
/// <typeparam name="TQuantity">The quantity's type.</typeparam>
[Table("retyped_lines")]
public class RetypedLine<TQuantity>
{
    [Column("loaded_at")] public DateTime? LoadedAt { get; set; }
    [Column("amount", Precision = 18, Scale = 2)] public decimal? Amount { get; set; }
    [Column("quantity")] public virtual TQuantity Quantity { get; set; } = default!;
    [Column("line_id")] public int? LineId { get; set; }
    [Column("region")] public string? Region { get; set; }
    [Column("customer")] public string? Customer { get; set; }
    [Column("is_paid")] public bool? IsPaid { get; set; }
    [Column("shipped_at")] public DateTime? ShippedAt { get; set; }
    [Column("ordered_at")] public DateTime? OrderedAt { get; set; }
    [Column("shop_id")] public int ShopId { get; set; }
    [Column("weight")] public double? Weight { get; set; }
    [Column("order_id")] public long? OrderId { get; set; }
    [Column("unit_cost", Precision = 18, Scale = 6)] public decimal? UnitCost { get; set; }
    [Column("note")] public string? Comment { get; set; }

    /// <summary>Rows as such a table has them.</summary>
    /// <typeparam name="TLine">The table's row.</typeparam>
    /// <param name="lines">The rows.</param>
    /// <param name="quantity">Writes a quantity as the other type.</param>
    internal static IEnumerable<TLine> Of<TLine>(IEnumerable<OrderLine> lines, Func<long?, TQuantity> quantity) where TLine : RetypedLine<TQuantity>, new() => lines.Select(line => new TLine
    {
        ShopId = line.ShopId, OrderId = line.OrderId, LineId = line.LineId, Customer = line.Customer, Region = line.Region, Comment = line.Comment, Quantity = quantity(line.Quantity), Amount = line.Amount,
        UnitCost = line.UnitCost, Weight = line.Weight, IsPaid = line.IsPaid, OrderedAt = line.OrderedAt, ShippedAt = line.ShippedAt, LoadedAt = line.LoadedAt,
    });
}
