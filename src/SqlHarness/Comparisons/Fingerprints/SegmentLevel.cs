namespace SqlHarness.Comparisons;

/// <summary>The segments of one division of two sides.</summary>
sealed class SegmentLevel
{
    SegmentLevel(long segments) => Segments = segments;

    /// <summary>Into how many segments rows are divided.</summary>
    public long Segments { get; }

    /// <summary>Those that differ.</summary>
    public List<long> Unequal { get; } = [];

    /// <summary>Their rows, of the side that has more.</summary>
    public long RowsInUnequal { get; private set; }

    /// <summary>The rows of equal segments.</summary>
    public long EqualRows { get; private set; }

    /// <summary>All rows that were divided.</summary>
    public long Rows => EqualRows + RowsInUnequal;

    /// <summary>How many segments have rows.</summary>
    public long Found { get; private set; }

    /// <summary>About how many rows differ: so many, scattered at random, leave this share of the segments equal; where none is equal there may be more.</summary>
    public double LikelyDifferences => -Segments * Math.Log(1 - Math.Min((double)Unequal.Count / Math.Max(Found, 1), 1 - 1.0 / Segments));

    /// <summary>What two sides know of their segments.</summary>
    public static SegmentLevel Of(long segments, List<SegmentPrint> lefts, List<SegmentPrint> rights)
    {
        var level = new SegmentLevel(segments);
        var others = lefts.ToDictionary(p => p.Segment);
        foreach (var print in rights)
            level.Add(print.Segment, others.Remove(print.Segment, out var other) && other.Equals(print), Math.Max(print.Rows, other?.Rows ?? 0));
        foreach (var print in others.Values)
            level.Add(print.Segment, false, print.Rows);
        return level;
    }

    void Add(long segment, bool isEqual, long rows)
    {
        Found++;
        if (isEqual)
        {
            EqualRows += rows;
            return;
        }

        RowsInUnequal += rows;
        Unequal.Add(segment);
    }
}
