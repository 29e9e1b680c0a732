namespace SqlHarness.Comparisons;

/// <summary>A row of one side in a query, with the segment that it is in.</summary>
sealed class SegmentedRow<TCells>
{
    public required TCells Cells { get; init; }

    public required long Segment { get; init; }

    public required long Form { get; init; }

    public required long Key { get; init; }
}
