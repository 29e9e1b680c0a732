namespace SqlHarness.Comparisons;

/// <summary>Reads the rows of some segments of both sides, segment by segment, and compares them in memory.</summary>
/// <param name="left">The left side's queries.</param>
/// <param name="right">The right side's.</param>
/// <param name="plan">What is compared.</param>
/// <param name="judged">Counts the rows.</param>
/// <param name="isLookedAt">Which rows of a segment are looked at.</param>
sealed class SegmentReader(SegmentQuery left, SegmentQuery right, ComparisonPlan plan, KeyRows judged, Func<ReadRow, bool> isLookedAt)
{
    /// <summary>How many rows were read, of both sides.</summary>
    public long Read { get; private set; }

    /// <summary>Reads them; where most of all are read, all rows are.</summary>
    /// <param name="these">Which.</param>
    /// <param name="all">How many there are.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task ReadAsync(SegmentsToRead these, long all, CancellationToken cancellationToken)
    {
        var again = new SegmentsToRead(these.Segments);
        if (these.Whole > all / 2)
            await PartAsync(these, null, [], again, cancellationToken).ConfigureAwait(false);
        else
        {
            foreach (var part in these.InParts(Math.Min(left.MostNamed, right.MostNamed)))
                await PartAsync(part, part.WholeSegments, part.KeyForms, again, cancellationToken).ConfigureAwait(false);
        }

        if (again.Count > 0)
            await ReadAsync(again, all, cancellationToken).ConfigureAwait(false);
    }

    async Task PartAsync(SegmentsToRead part, IReadOnlyList<long>? whole, IReadOnlyList<long> keys, SegmentsToRead again, CancellationToken cancellationToken)
    {
        var lefts = BySegment(left.Rows(part.Segments, whole, keys), cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var _ = lefts.ConfigureAwait(false);
        var rights = BySegment(right.Rows(part.Segments, whole, keys), cancellationToken).GetAsyncEnumerator(cancellationToken);
        await using var __ = rights.ConfigureAwait(false);
        var (hasLeft, hasRight) = await BothSides.AtOnceAsync(async _ => await lefts.MoveNextAsync().ConfigureAwait(false), async _ => await rights.MoveNextAsync().ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        HashSet<long> seen = [];
        while (hasLeft || hasRight)
        {
            var segment = hasLeft && (!hasRight || lefts.Current.Segment <= rights.Current.Segment) ? lefts.Current.Segment : rights.Current.Segment;
            List<ReadRow> here = hasLeft && lefts.Current.Segment == segment ? lefts.Current.Rows : [], there = hasRight && rights.Current.Segment == segment ? rights.Current.Rows : [];
            Read += here.Count + there.Count;
            seen.Add(segment);
            if (part.Has(segment, out var known))
                Judge(segment, known, here, there, again);
            if (hasLeft && lefts.Current.Segment == segment)
                hasLeft = await lefts.MoveNextAsync().ConfigureAwait(false);
            if (hasRight && rights.Current.Segment == segment)
                hasRight = await rights.MoveNextAsync().ConfigureAwait(false);
        }

        foreach (var segment in part.Unread(seen))
            again.AddWhole(segment);
    }

    void Judge(long segment, SegmentsToRead.Known? known, List<ReadRow> here, List<ReadRow> there, SegmentsToRead again)
    {
        here = here.FindAll(r => isLookedAt(r) && known?.Keys.Contains(r.Key) != false);
        there = there.FindAll(r => isLookedAt(r) && known?.Keys.Contains(r.Key) != false);
        if (known is not null)
        {
            // More keys than two can look like two others: what was read must be all that differs.
            if (!Leaves(known, here, there))
            {
                again.AddWhole(segment);
                return;
            }

            judged.AddIdentical(known.Left.Rows - here.Count);
        }

        var (these, those) = (ByKey(here), ByKey(there));
        foreach (var key in these.Keys.Union(those.Keys, Tables.RowEquality.Instance))
            judged.Add(these.GetValueOrDefault(key, []), those.GetValueOrDefault(key, []));
    }

    // Whether without these rows nothing differs.
    static bool Leaves(SegmentsToRead.Known known, List<ReadRow> here, List<ReadRow> there)
    {
        if (known.Left.Rows - here.Count != known.Right.Rows - there.Count)
            return false;
        var (lefts, rights) = (Sums(here), Sums(there));
        return Enumerable.Range(0, lefts.Length).All(i => KeySyndromes.Less(known.Left.Sums[i], lefts[i]) == KeySyndromes.Less(known.Right.Sums[i], rights[i]));

        static long[] Sums(List<ReadRow> rows)
        {
            var sums = new long[4];
            foreach (var row in rows)
            {
                var i = 0;
                foreach (var sum in KeySyndromes.Of(row.Form, row.Key))
                    sums[i++] += sum;
            }

            return sums;
        }
    }

    Dictionary<IReadOnlyList<object?>, List<IReadOnlyList<object?>>> ByKey(List<ReadRow> rows)
    {
        var byKey = new Dictionary<IReadOnlyList<object?>, List<IReadOnlyList<object?>>>(Tables.RowEquality.Instance);
        foreach (var row in rows)
        {
            IReadOnlyList<object?> key = [.. plan.Key.Select(k => plan.Tolerances.Form(k, row.Cells[k]))];
            if (!byKey.TryGetValue(key, out var of))
                byKey.Add(key, of = []);
            of.Add(row.Cells);
        }

        return byKey;
    }

    static async IAsyncEnumerable<(long Segment, List<ReadRow> Rows)> BySegment(IAsyncEnumerable<ReadRow> rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (long Segment, List<ReadRow> Rows) current = (0, []);
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (row.Segment != current.Segment && current.Rows.Count > 0)
            {
                yield return current;
                current = (row.Segment, []);
            }

            current.Segment = row.Segment;
            current.Rows.Add(row);
        }

        if (current.Rows.Count > 0)
            yield return current;
    }
}
