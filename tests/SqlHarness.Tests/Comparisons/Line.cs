using LinqToDB.Mapping;

namespace SqlHarness.Tests.Comparisons;

/// <summary>A line of an order, with a column of every type that comparisons know.</summary>
[Table("lines")]
public sealed class Line
{
    [Column("order_id")] public long? Order { get; set; }
    [Column("line")] public int Number { get; set; }
    [Column("text")] public string? Text { get; set; }
    [Column("price", Precision = 18, Scale = 2)] public decimal? Price { get; set; }
    [Column("weight")] public double? Weight { get; set; }
    [Column("at")] public DateTime? At { get; set; }
    [Column("paid")] public bool? IsPaid { get; set; }
}
