namespace SqlHarness.Comparisons;

/// <summary>What names the keys of a segment that differ, if they are few.</summary>
/// <param name="Segment">Its number.</param>
/// <param name="Rows">How many rows it has.</param>
/// <param name="Beyond">Rows that the forms do not say whole.</param>
/// <param name="Sums">What its rows' forms and keys add up to.</param>
readonly record struct SegmentSketch(long Segment, long Rows, long Beyond, KeySums Sums);
