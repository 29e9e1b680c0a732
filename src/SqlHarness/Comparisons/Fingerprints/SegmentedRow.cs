namespace SqlHarness.Comparisons;

/// <summary>A row of one side in a query, with the segment that it is in.</summary>
sealed class SegmentedRow<TCells>
{
    public required TCells Cells { get; init; }

    public required long Segment { get; init; }
}
