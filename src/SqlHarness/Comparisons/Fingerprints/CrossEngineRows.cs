using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>
/// Compares the rows of two sides on different connections: each engine fingerprints its segments in one scan; unequal segments are divided further while that leaves fewer rows to read, and their
/// rows are read, segment by segment, and compared in memory.
/// </summary>
/// <param name="left">The left side.</param>
/// <param name="right">The right side.</param>
/// <param name="plan">What is compared.</param>
/// <param name="seed">The fingerprints' coefficients.</param>
/// <param name="progress">Told what is being done.</param>
sealed class CrossEngineRows(ComparedSide left, ComparedSide right, ComparisonPlan plan, FingerprintSeed seed, IProgress<string>? progress)
{
    // Two thousand differences leave most of so many segments equal, and to read as many groups takes no time.
    internal const long FirstSegments = 1 << 14;

    // Below this many rows reading them is faster than another scan.
    const long RowsReadAtOnce = 50_000;

    const long MostSegments = 1 << 22;

    readonly SegmentQuery _left = SegmentQuery.Of(left, true, plan, seed);
    readonly SegmentQuery _right = SegmentQuery.Of(right, false, plan, seed);

    /// <param name="most">The most differing rows of each kind that are kept.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<RowsCompared> CompareAsync(int most, CancellationToken cancellationToken)
    {
        var found = new Differences(plan, most);
        var judged = new KeyRows(plan.Columns.Count, plan.Key.Count > 0, plan.Tolerances, plan.Columns, found.Add);
        var (level, scans) = (new SegmentLevel(FirstSegments), 1);
        progress?.Report($"Fingerprinting {level.Segments:N0} segments");
        await DivideAsync(level, null, 1, judged, cancellationToken).ConfigureAwait(false);
        if (Finer(level) is { } finer)
        {
            progress?.Report($"Fingerprinting {level.Unequal.Count:N0} unequal segments as {finer:N0}");
            (var coarser, level, scans) = (level, new SegmentLevel(finer), 2);
            await DivideAsync(level, coarser.Unequal, coarser.Segments, judged, cancellationToken).ConfigureAwait(false);
        }

        var read = 0L;
        if (level.Unequal.Count > 0)
        {
            progress?.Report($"Reading the rows of {level.Unequal.Count:N0} segments");
            // Where most segments are unequal the list is longer than what it leaves out.
            read = await ReadAsync(level.Segments, level.Unequal.Count > level.Found / 2 && scans == 1 ? null : level.Unequal, level.Unequal, judged, cancellationToken).ConfigureAwait(false);
        }

        return new(judged.Counted, found.InOrder, Method(level, scans, read), read);
    }

    static string Method(SegmentLevel level, int scans, long read) => FormattableString.Invariant(
        $"fingerprints of {level.Segments:N0} segments from {(scans == 1 ? "one scan" : "two scans")} a side; {(level.Unequal.Count == 0 ? "all are equal" : $"{level.Unequal.Count:N0} are unequal, and {read:N0} rows of theirs were read")}");

    // How finely to divide what is unequal: as many groups and rows to read as possible are saved. Null where reading the rows as they are is as good.
    static long? Finer(SegmentLevel level)
    {
        var share = (double)level.Unequal.Count / level.Segments;
        if (level.RowsInUnequal <= RowsReadAtOnce)
            return null;
        // So many differences scattered at random leave this share of the segments equal; of all segments none tells.
        var differences = -level.Segments * Math.Log(1 - Math.Min(share, 1 - 1.0 / level.Segments));
        var best = Math.Sqrt(differences * level.Rows / Math.Max(share, 1e-9));
        var segments = level.Segments;
        while (segments < best && segments < MostSegments)
            segments *= 2;
        return share * segments + differences * (1 + (double)level.Rows / segments) < level.RowsInUnequal / 2.0 ? segments : null;
    }

    async Task DivideAsync(SegmentLevel level, List<long>? within, long coarser, KeyRows judged, CancellationToken cancellationToken)
    {
        // Where they are most of all, to look for each row among them costs more than the others' groups.
        var (leftNamed, rightNamed) = within?.Count > coarser / 2 ? (null, null) : (Named(_left, within), Named(_right, within));
        var (these, those) = await BothAsync(token => _left.PrintsAsync(level.Segments, leftNamed, coarser, token), token => _right.PrintsAsync(level.Segments, rightNamed, coarser, token), cancellationToken).ConfigureAwait(false);
        var looked = within?.ToHashSet();
        bool IsWithin(SegmentPrint print) => looked is null || looked.Contains(print.Segment % coarser);
        var lefts = these.Where(IsWithin).ToDictionary(p => p.Segment);
        foreach (var print in those.Where(IsWithin))
        {
            if (!lefts.Remove(print.Segment, out var other))
                level.AddUnequal(print.Segment, print.Rows);
            else if (other.Equals(print))
            {
                level.AddEqual(print.Rows);
                judged.AddIdentical(print.Rows);
            }
            else
                level.AddUnequal(print.Segment, Math.Max(print.Rows, other.Rows));
        }

        foreach (var print in lefts.Values)
            level.AddUnequal(print.Segment, print.Rows);
    }

    async Task<long> ReadAsync(long segments, IReadOnlyList<long>? these, IReadOnlyList<long> unequal, KeyRows judged, CancellationToken cancellationToken)
    {
        var looked = unequal.ToHashSet();
        var read = 0L;
        var lefts = Segments(_left.Rows(segments, Named(_left, these)), cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var _ = lefts.ConfigureAwait(false);
        var rights = Segments(_right.Rows(segments, Named(_right, these)), cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var __ = rights.ConfigureAwait(false);
        var (hasLeft, hasRight) = await BothAsync(async _ => await lefts.MoveNextAsync().ConfigureAwait(false), async _ => await rights.MoveNextAsync().ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        while (hasLeft || hasRight)
        {
            var segment = hasLeft && (!hasRight || lefts.Current.Segment <= rights.Current.Segment) ? lefts.Current.Segment : rights.Current.Segment;
            List<object?[]> here = hasLeft && lefts.Current.Segment == segment ? lefts.Current.Rows : [], there = hasRight && rights.Current.Segment == segment ? rights.Current.Rows : [];
            read += here.Count + there.Count;
            if (looked.Contains(segment))
                Judge(judged, here, there);
            if (hasLeft && lefts.Current.Segment == segment)
                hasLeft = await lefts.MoveNextAsync().ConfigureAwait(false);
            if (hasRight && rights.Current.Segment == segment)
                hasRight = await rights.MoveNextAsync().ConfigureAwait(false);
        }

        return read;
    }

    // All, where a query cannot name so many; what is not asked for is passed over then.
    static IReadOnlyList<long>? Named(SegmentQuery side, IReadOnlyList<long>? segments) => segments?.Count <= side.MostNamed ? segments : null;

    void Judge(KeyRows judged, List<object?[]> lefts, List<object?[]> rights)
    {
        var (these, those) = (ByKey(lefts), ByKey(rights));
        foreach (var key in these.Keys.Union(those.Keys, RowEquality.Instance))
            judged.Add(these.GetValueOrDefault(key, []), those.GetValueOrDefault(key, []));

        Dictionary<IReadOnlyList<object?>, List<IReadOnlyList<object?>>> ByKey(List<object?[]> rows)
        {
            var byKey = new Dictionary<IReadOnlyList<object?>, List<IReadOnlyList<object?>>>(RowEquality.Instance);
            foreach (var row in rows)
            {
                IReadOnlyList<object?> key = [.. plan.Key.Select(k => plan.Tolerances.Form(k, row[k]))];
                if (!byKey.TryGetValue(key, out var of))
                    byKey.Add(key, of = []);
                of.Add(row);
            }

            return byKey;
        }
    }

    static async IAsyncEnumerable<(long Segment, List<object?[]> Rows)> Segments(IAsyncEnumerable<(long Segment, object?[] Row)> rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (long Segment, List<object?[]> Rows) current = (-1, []);
        await foreach (var (segment, row) in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (segment != current.Segment && current.Rows.Count > 0)
            {
                yield return current;
                current = (segment, []);
            }

            current.Segment = segment;
            current.Rows.Add(row);
        }

        if (current.Rows.Count > 0)
            yield return current;
    }

    // Both at once; where one fails, the other is stopped and not waited for in vain.
    static async Task<(T, T)> BothAsync<T>(Func<CancellationToken, Task<T>> one, Func<CancellationToken, Task<T>> other, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        // Embedded engines work on the caller's thread.
        Task<T>[] both = [Task.Run(() => one(stop.Token), stop.Token), Task.Run(() => other(stop.Token), stop.Token)];
        var first = await Task.WhenAny(both).ConfigureAwait(false);
        if (!first.IsCompletedSuccessfully)
            await stop.CancelAsync().ConfigureAwait(false);
        try
        {
            await Task.WhenAll(both).ConfigureAwait(false);
        }
        catch (Exception)
        {
            // What failed first is the cause; the other was stopped for it.
            await first.ConfigureAwait(false);
            throw;
        }

        return (await both[0].ConfigureAwait(false), await both[1].ConfigureAwait(false));
    }
}
