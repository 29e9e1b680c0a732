namespace SqlHarness.Comparisons;

/// <summary>What names the keys of a segment that differ, if they are few.</summary>
/// <param name="Segment">Its number.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Beyond">Rows that the forms do not say whole.</param>
/// <param name="Sums">The sums over its rows of the first form times the key's form to the power of 0, 1, 2 and 3, each product modulo the prime.</param>
sealed record SegmentSketch(long Segment, long Rows, long Beyond, IReadOnlyList<long> Sums)
{
    /// <summary>A segment without rows.</summary>
    public static SegmentSketch Empty(long segment) => new(segment, 0, 0, [0, 0, 0, 0]);
}
