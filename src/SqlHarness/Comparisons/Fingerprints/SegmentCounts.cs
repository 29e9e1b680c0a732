namespace SqlHarness.Comparisons;

/// <summary>How many segments rows are divided into: primes, so that keys which are multiples of a round number scatter too.</summary>
/// <param name="First">For the first scan.</param>
/// <param name="Finer">For sketches, ascending.</param>
/// <param name="ReadAtOnce">Up to so many rows of unequal segments reading them is faster than another scan.</param>
sealed record SegmentCounts(long First, IReadOnlyList<long> Finer, long ReadAtOnce)
{
    /// <summary>
    /// Two thousand differences leave most of the first segments equal, and to read as many groups takes no time. Finer ones are the greatest primes below the powers of two from 2¹⁵ to 2²².
    /// </summary>
    public static SegmentCounts Default { get; } = new(16_381, [32_749, 65_521, 131_071, 262_139, 524_287, 1_048_573, 2_097_143, 4_194_301], 50_000);
}
