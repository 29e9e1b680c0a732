namespace SqlHarness.Comparisons;

/// <summary>What is known of a segment's rows on one side without reading them.</summary>
/// <param name="Segment">Its number.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="First">The sum of the squares of the rows' first forms, each modulo the prime.</param>
/// <param name="Second">The sum of the third powers of the second forms, modulo another prime.</param>
/// <param name="Beyond">Rows that the forms do not say whole.</param>
sealed record SegmentPrint(long Segment, long Rows, long First, long Second, long Beyond)
{
    /// <summary>Whether the segment's rows are equal on both sides, as far as fingerprints tell.</summary>
    public bool Equals(SegmentPrint? other) => other is not null && (Segment, Rows, First, Second) == (other.Segment, other.Rows, other.First, other.Second) && Beyond + other.Beyond == 0;

    public override int GetHashCode() => HashCode.Combine(Segment, Rows, First, Second);
}
