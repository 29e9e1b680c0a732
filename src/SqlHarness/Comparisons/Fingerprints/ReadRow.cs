namespace SqlHarness.Comparisons;

/// <summary>A row that was read to be looked at.</summary>
/// <param name="Segment">The segment that it is in.</param>
/// <param name="Form">Its first form.</param>
/// <param name="Key">Its key's form.</param>
/// <param name="Cells">Its cells.</param>
readonly record struct ReadRow(long Segment, long Form, long Key, object?[] Cells);
