namespace SqlHarness.Comparisons;

/// <summary>The segments of one division of two sides.</summary>
/// <param name="segments">Into how many rows are divided.</param>
sealed class SegmentLevel(long segments)
{
    /// <summary>Into how many segments rows are divided.</summary>
    public long Segments { get; } = segments;

    /// <summary>Those that differ.</summary>
    public List<long> Unequal { get; } = [];

    /// <summary>Their rows, of the side that has more.</summary>
    public long RowsInUnequal { get; private set; }

    /// <summary>All rows that were divided.</summary>
    public long Rows { get; private set; }

    /// <summary>How many segments have rows.</summary>
    public long Found { get; private set; }

    public void AddEqual(long rows) => (Rows, Found) = (Rows + rows, Found + 1);

    public void AddUnequal(long segment, long rows)
    {
        AddEqual(rows);
        RowsInUnequal += rows;
        Unequal.Add(segment);
    }
}
