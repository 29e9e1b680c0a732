using LinqToDB.Mapping;

namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>A row of the table that faults are planted in: a column of each kind, each of which may be NULL. Two rows are equal as C# records exactly where the contract calls them equal.</summary>
[Table("order_lines")]
public sealed record OrderLine
{
    /// <summary>Each fault may have a shop of its own, so that one table holds all.</summary>
    [Column("shop_id")] public int ShopId { get; set; }
    [Column("order_id")] public long? OrderId { get; set; }
    [Column("line_id")] public int? LineId { get; set; }
    [Column("customer")] public string? Customer { get; set; }
    [Column("region")] public string? Region { get; set; }
    [Column("note")] public string? Comment { get; set; }
    [Column("quantity")] public long? Quantity { get; set; }
    [Column("amount", Precision = 18, Scale = 2)] public decimal? Amount { get; set; }
    [Column("unit_cost", Precision = 18, Scale = 6)] public decimal? UnitCost { get; set; }
    [Column("weight")] public double? Weight { get; set; }
    [Column("is_paid")] public bool? IsPaid { get; set; }
    [Column("ordered_at")] public DateTime? OrderedAt { get; set; }
    [Column("shipped_at")] public DateTime? ShippedAt { get; set; }
    [Column("loaded_at")] public DateTime? LoadedAt { get; set; }

    /// <summary>Which row it is, whatever a comparison matches rows by.</summary>
    internal LineKey Key => new(ShopId, OrderId, LineId);
}
