namespace SqlHarness.Comparisons;

/// <summary>The keys of a segment that differ, as sketches say.</summary>
/// <param name="Left">The left side's sketch.</param>
/// <param name="Right">The right side's.</param>
/// <param name="Forms">The forms of the keys.</param>
sealed record KnownKeys(SegmentSketch Left, SegmentSketch Right, IReadOnlyList<long> Forms)
{
    /// <summary>Whether nothing differs without these rows. More keys than are known can look like others.</summary>
    public bool AreAll(List<ReadRow> lefts, List<ReadRow> rights) =>
        Left.Rows - lefts.Count == Right.Rows - rights.Count && (Left.Sums - Right.Sums).Equals(Sums(lefts) - Sums(rights));

    static KeySums Sums(List<ReadRow> rows) => rows.Aggregate(default(KeySums), (sums, row) => sums + KeySums.Of(row.Form, row.Key));
}
