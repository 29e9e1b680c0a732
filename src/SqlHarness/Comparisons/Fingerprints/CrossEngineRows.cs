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
sealed class CrossEngineRows(ComparedSide left, ComparedSide right, ComparisonPlan plan, FingerprintSeed seed, IProgress<string>? progress)
{
    // Below this many rows reading them is faster than another scan.
    const long RowsReadAtOnce = 50_000;

    /// <param name="most">The most differing rows of each kind that are kept.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RowsCompared> CompareAsync(int most, CancellationToken cancellationToken)
    {
        var ranges = await RangesAsync(cancellationToken).ConfigureAwait(false);
        var (these, those) = (SegmentQuery.Of(left, true, plan, seed, ranges), SegmentQuery.Of(right, false, plan, seed, ranges));
        progress?.Report($"Fingerprinting {SegmentCounts.First:N0} segments");
        var (lefts, rights) = await BothSides.AtOnceAsync(token => these.PrintsAsync(SegmentCounts.First, token), token => those.PrintsAsync(SegmentCounts.First, token), cancellationToken).ConfigureAwait(false);
        var level = SegmentLevel.Of(SegmentCounts.First, lefts, rights);
        var found = new Differences(plan, most);
        var judged = new KeyRows(plan.Columns.Count, plan.Key.Count > 0, plan.Tolerances, plan.Columns, found.Add);
        var how = FormattableString.Invariant($"fingerprints of {level.Segments:N0} segments from one scan a side; ");
        if (level.Unequal.Count == 0)
        {
            judged.AddIdentical(level.EqualRows);
            return new(judged.Counted, [], how + "all are equal", 0);
        }

        var toRead = new SegmentsToRead(level.Segments);
        Func<ReadRow, bool> isLookedAt = _ => true;
        how += FormattableString.Invariant($"{level.Unequal.Count:N0} are unequal, ");
        if (Finer(level) is { } finer)
        {
            // Where unequal segments are most of all, to look for each row among them costs more than the others' groups.
            var within = level.Unequal.Count > level.Found / 2 || level.Unequal.Count > Math.Min(these.MostNamed, those.MostNamed) ? null : level.Unequal;
            progress?.Report($"Sketching {finer:N0} segments");
            var (sketches, others) = await BothSides.AtOnceAsync(token => these.SketchesAsync(finer, within, level.Segments, token), token => those.SketchesAsync(finer, within, level.Segments, token), cancellationToken).ConfigureAwait(false);
            (toRead, var equal) = SegmentsToRead.Of(finer, sketches, others);
            judged.AddIdentical(equal);
            if (within is not null)
            {
                judged.AddIdentical(level.EqualRows);
                var unequal = within.ToHashSet();
                isLookedAt = row => unequal.Contains(row.Key % level.Segments);
            }

            how += FormattableString.Invariant($"sketches of {finer:N0} from one more scan named {toRead.Keys:N0} keys and {toRead.Whole:N0} segments, ");
        }
        else
        {
            judged.AddIdentical(level.EqualRows);
            level.Unequal.ForEach(toRead.AddWhole);
        }

        progress?.Report(toRead.Keys > 0 ? $"Reading the rows of {toRead.Keys:N0} keys and {toRead.Whole:N0} segments" : $"Reading the rows of {toRead.Whole:N0} segments");
        var reader = new SegmentReader(these, those, plan, judged, isLookedAt);
        await reader.ReadAsync(toRead, toRead.Segments == level.Segments ? level.Found : toRead.Segments, cancellationToken).ConfigureAwait(false);
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
    static long? Finer(SegmentLevel level)
    {
        if (level.RowsInUnequal <= RowsReadAtOnce)
            return null;
        double Cost(long segments)
        {
            var keys = level.LikelyDifferences / segments;
            return segments + level.Rows * (1 - Math.Exp(-keys) * (1 + keys + keys * keys / 2));
        }

        var best = SegmentCounts.Finer.MinBy(Cost);
        return Cost(best) + level.LikelyDifferences < level.RowsInUnequal / 2.0 ? best : null;
    }
}
