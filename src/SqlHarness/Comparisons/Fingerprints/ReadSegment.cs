namespace SqlHarness.Comparisons;

/// <summary>The rows that were read of a segment of one side.</summary>
/// <param name="Segment">Its number.</param>
/// <param name="Rows">The rows.</param>
sealed record ReadSegment(long Segment, List<ReadRow> Rows);
