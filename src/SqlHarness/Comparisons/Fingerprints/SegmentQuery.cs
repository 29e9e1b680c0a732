namespace SqlHarness.Comparisons;

/// <summary>The queries of one side of a comparison across engines.</summary>
abstract class SegmentQuery
{
    /// <summary>The queries of a side.</summary>
    /// <exception cref="ComparisonException">A column has no fingerprint that engines share; the message names it.</exception>
    public static SegmentQuery Of(ComparedSide side, bool isLeft, ComparisonPlan plan, FingerprintSeed seed) =>
        (SegmentQuery)Activator.CreateInstance(typeof(SegmentQuery<>).MakeGenericType(plan.Tree.Type), side, isLeft, plan, seed)!;

    /// <summary>How many segments a query can name; ClickHouse reads no query beyond 256 KiB.</summary>
    public abstract int MostNamed { get; }

    /// <summary>The segments of all rows, or of the rows in coarser segments, from one scan; those without rows are not there.</summary>
    /// <param name="segments">Into how many segments rows are divided.</param>
    /// <param name="within">The coarser segments that are divided; all if null.</param>
    /// <param name="coarser">How many coarser ones there are.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<List<SegmentPrint>> PrintsAsync(long segments, IReadOnlyList<long>? within, long coarser, CancellationToken cancellationToken);

    /// <summary>The rows of some segments, segment by segment, as they are read.</summary>
    /// <param name="segments">Into how many segments rows are divided.</param>
    /// <param name="these">Which; all if null.</param>
    public abstract IAsyncEnumerable<(long Segment, object?[] Row)> Rows(long segments, IReadOnlyList<long>? these);
}
