using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>A total that is compared at each level.</summary>
/// <param name="Column">The column; null to count rows.</param>
/// <param name="Aggregation">How its values become one.</param>
/// <param name="Tolerance">How far two totals may differ and still be equal; not at all if null.</param>
public sealed record TotalMeasure(string? Column, Aggregation Aggregation, Tolerance? Tolerance = null)
{
    /// <summary>How it is said: <c>sum of sale</c>.</summary>
    public override string ToString() => Column is null ? "rows" : $"{Aggregation switch
    {
        Aggregation.Sum => "sum",
        Aggregation.Count => "count",
        Aggregation.NullCount => "NULLs",
        Aggregation.CountDistinct => "different values",
        Aggregation.Minimum => "least",
        _ => "greatest",
    }} of {Column}";
}
