using LinqToDB.Mapping;

namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>The same row with a decimal quantity, which has to say how many digits it holds.</summary>
public sealed class DecimalLine : RetypedLine<decimal?>
{
    [Column("quantity", Precision = 18, Scale = 2)] public override decimal? Quantity { get; set; }
}
