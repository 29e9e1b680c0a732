namespace SqlHarness.Comparisons;

/// <summary>
/// Compares the rows of two sides on different connections: each engine fingerprints its segments in one scan. Of unequal segments the rows are read, segment by segment, and compared in memory; where
/// these are many, sketches of finer segments name the keys that differ, from one more scan, and the rows of those keys are read.
/// </summary>
/// <param name="left">The left side.</param>
/// <param name="right">The right side.</param>
/// <param name="plan">What is compared.</param>
/// <param name="seed">The fingerprints' coefficients.</param>
/// <param name="progress">Told what is being done.</param>
/// <param name="counts">Into how many segments rows are divided; as many as are best for large tables if null.</param>
sealed class CrossEngineRows(ComparedSide left, ComparedSide right, ComparisonPlan plan, FingerprintSeed seed, IProgress<string>? progress, SegmentCounts? counts = null)
{
    // So many rows a side wait to be looked at, however many a segment has.
    const long RowsReadAhead = 10_000;

    readonly SegmentCounts _counts = counts ?? SegmentCounts.Default;

    /// <param name="most">The most differing rows of each kind that are kept.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RowsCompared> CompareAsync(int most, CancellationToken cancellationToken)
    {
        var ranges = await RangesAsync(cancellationToken).ConfigureAwait(false);
        var (these, those) = (SegmentQuery.Of(left, true, plan, seed, ranges), SegmentQuery.Of(right, false, plan, seed, ranges));
        progress?.Report(FormattableString.Invariant($"Fingerprinting {_counts.First:N0} segments"));
        var (lefts, rights) = await BothSides.AtOnceAsync(token => these.PrintsAsync(_counts.First, token), token => those.PrintsAsync(_counts.First, token), cancellationToken).ConfigureAwait(false);
        var first = Division.Of(_counts.First, lefts, rights);
        var how = FormattableString.Invariant($"fingerprints of {first.Segments:N0} segments from one scan a side; ");
        var found = new Differences(plan, most);
        var judged = new KeyRows(plan.Columns.Count, plan.Key.Count > 0, plan.Tolerances, plan.Columns, found.Add);
        if (first.Unequal == 0)
        {
            judged.AddIdentical(first.EqualRows);
            return new(judged.Counted, [], how + "all are equal", 0);
        }

        how += FormattableString.Invariant($"{first.Unequal:N0} are unequal, ");
        // Where unequal segments are most of all, to look for each row among them costs more than the others' groups.
        var within = first.Unequal > first.Found / 2 || first.Unequal > Math.Min(these.MostNamed, those.MostNamed) ? null : first.UnequalSegments;
        var division = first;
        while (Finer(division) is { } finer)
        {
            progress?.Report(FormattableString.Invariant($"Sketching {finer:N0} segments"));
            var (sketches, others) = await BothSides.AtOnceAsync(token => these.SketchesAsync(finer, within, first.Segments, token), token => those.SketchesAsync(finer, within, first.Segments, token), cancellationToken).ConfigureAwait(false);
            division = Division.Of(finer, sketches, others);
            how += FormattableString.Invariant($"sketches of {finer:N0} from another scan named {division.Keys:N0} keys and {division.Whole:N0} segments, ");
        }

        // Rows of segments that are equal were not sketched, or were again.
        judged.AddIdentical(ReferenceEquals(division, first) || within is null ? division.EqualRows : first.EqualRows + division.EqualRows);
        var sketched = ReferenceEquals(division, first) ? null : within?.ToHashSet();
        var ahead = (int)Math.Clamp(RowsReadAhead * division.Found / Math.Max(division.Rows, 1), 1, 64);
        var what = FormattableString.Invariant($"Reading the rows of {(division.Keys > 0 ? FormattableString.Invariant($"{division.Keys:N0} keys and ") : "")}{division.Whole:N0} segments");
        progress?.Report(what);
        var reader = new SegmentReader(these, those, plan, judged, ahead, row => sketched?.Contains(row.Key % first.Segments) != false, percent => progress?.Report(FormattableString.Invariant($"{what}, {percent} %")));
        await reader.ReadAsync(division, cancellationToken).ConfigureAwait(false);
        return new(judged.Counted, found.InOrder, how + FormattableString.Invariant($"and {reader.Read:N0} rows were read"), reader.Read);
    }

    async Task<MeasuredRanges?> RangesAsync(CancellationToken cancellationToken)
    {
        if (!MeasuredRanges.AreCheap(left) || !MeasuredRanges.AreCheap(right))
            return null;
        progress?.Report("Measuring columns");
        var (these, those) = await BothSides.AtOnceAsync(token => MeasuredRanges.OfAsync(left, true, plan, token), token => MeasuredRanges.OfAsync(right, false, plan, token), cancellationToken).ConfigureAwait(false);
        return these.With(those);
    }

    // Into how many segments to divide rows for sketches: so that groups, and rows of segments in which more keys differ than a sketch names, are as few as possible. Null where reading rows as they are is as good.
    long? Finer(Division division)
    {
        if (division.WholeRows <= _counts.ReadAtOnce)
            return null;
        double Cost(long segments)
        {
            var keys = division.LikelyDifferences / segments;
            return segments + division.Rows * (1 - Math.Exp(-keys) * (1 + keys + keys * keys / 2));
        }

        var finer = _counts.Finer.Where(s => s > division.Segments).DefaultIfEmpty().MinBy(Cost);
        return finer > 0 && Cost(finer) + division.LikelyDifferences < division.WholeRows / 2.0 ? finer : null;
    }
}
