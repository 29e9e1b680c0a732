namespace SqlHarness.Comparisons;

/// <summary>How many segments rows are divided into: primes, so that keys which are multiples of a round number scatter too.</summary>
static class SegmentCounts
{
    /// <summary>Two thousand differences leave most of so many segments equal, and to read as many groups takes no time.</summary>
    public const long First = 16_381;

    /// <summary>The greatest primes below the powers of two from 2¹⁵ to 2²².</summary>
    public static IReadOnlyList<long> Finer { get; } = [32_749, 65_521, 131_071, 262_139, 524_287, 1_048_573, 2_097_143, 4_194_301];
}
