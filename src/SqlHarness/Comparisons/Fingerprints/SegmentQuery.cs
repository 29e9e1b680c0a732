namespace SqlHarness.Comparisons;

/// <summary>The queries of one side of a comparison across engines.</summary>
abstract class SegmentQuery
{
    /// <summary>The queries of a side.</summary>
    /// <param name="side">The side.</param>
    /// <param name="isLeft">Which.</param>
    /// <param name="plan">What is compared.</param>
    /// <param name="seed">The coefficients.</param>
    /// <param name="ranges">What both sides' columns are within; null where it is not known.</param>
    /// <exception cref="ComparisonException">A column has no fingerprint that engines share; the message names it.</exception>
    public static SegmentQuery Of(ComparedSide side, bool isLeft, ComparisonPlan plan, FingerprintSeed seed, MeasuredRanges? ranges) =>
        Generic.New<SegmentQuery>(typeof(SegmentQuery<>), [plan.Tree.Type], side, isLeft, plan, seed, ranges);

    /// <summary>How many numbers a query can name.</summary>
    public abstract int MostNamed { get; }

    /// <summary>The segments of all rows, from one scan; those without rows are not there.</summary>
    /// <param name="segments">Into how many segments rows are divided.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<List<SegmentPrint>> PrintsAsync(long segments, CancellationToken cancellationToken);

    /// <summary>What names the keys that differ in each of finer segments, from one scan.</summary>
    /// <param name="segments">Into how many segments rows are divided.</param>
    /// <param name="within">The coarser segments whose rows are looked at; all if null.</param>
    /// <param name="coarser">How many coarser ones there are.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<List<SegmentSketch>> SketchesAsync(long segments, IReadOnlyList<long>? within, long coarser, CancellationToken cancellationToken);

    /// <summary>Rows, segment by segment, as they are read.</summary>
    /// <param name="segments">Into how many segments rows are divided.</param>
    /// <param name="these">Which segments are read whole; all if null.</param>
    /// <param name="keys">The forms of keys whose rows are read too.</param>
    public abstract IAsyncEnumerable<ReadRow> Rows(long segments, IReadOnlyList<long>? these, IReadOnlyList<long> keys);
}
