using LinqToDB.Mapping;

namespace SqlHarness.Tests.Comparisons.PeerTraps;

/// <summary>A row of a small table.</summary>
[Table("trap_rows")]
public sealed record TrapRow
{
    [Column("id")] public long? Id { get; set; }
    [Column("line")] public int? Line { get; set; }
    [Column("label")] public string? Text { get; set; }
    [Column("other")] public string? Other { get; set; }
    [Column("count_of")] public long? Number { get; set; }
    [Column("price", Precision = 18, Scale = 6)] public decimal? Price { get; set; }
    [Column("weight")] public double? Weight { get; set; }
    [Column("at")] public DateTime? At { get; set; }
}
