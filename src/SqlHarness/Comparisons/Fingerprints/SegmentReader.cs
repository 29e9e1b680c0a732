using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Reads the rows of some segments of both sides, segment by segment, and compares them in memory.</summary>
/// <param name="left">The left side's queries.</param>
/// <param name="right">The right side's.</param>
/// <param name="plan">What is compared.</param>
/// <param name="judged">Counts the rows.</param>
/// <param name="ahead">How many segments a side are read ahead.</param>
/// <param name="isLookedAt">Which rows of a segment are looked at.</param>
/// <param name="told">Told how much of the unequal segments is compared, in percent, each time that is one more.</param>
sealed class SegmentReader(SegmentQuery left, SegmentQuery right, ComparisonPlan plan, KeyRows judged, int ahead, Func<ReadRow, bool> isLookedAt, Action<int> told)
{
    long _compared;
    int _percent;

    /// <summary>How many rows were read, of both sides.</summary>
    public long Read { get; private set; }

    /// <summary>Reads them; where most of all are read, all rows are.</summary>
    /// <param name="division">Which are unequal.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task ReadAsync(Division division, CancellationToken cancellationToken)
    {
        var again = new Division(division.Segments, division.Found);
        (_compared, _percent) = (0, 0);
        if (division.Whole > division.Found / 2)
            await PartAsync(division, division, null, [], again, cancellationToken).ConfigureAwait(false);
        else
        {
            foreach (var part in division.InParts(Math.Min(left.MostNamed, right.MostNamed)))
                await PartAsync(division, part, part.WholeSegments, part.KeyForms, again, cancellationToken).ConfigureAwait(false);
        }

        if (again.Unequal > 0)
            await ReadAsync(again, cancellationToken).ConfigureAwait(false);
    }

    async Task PartAsync(Division all, Division part, IReadOnlyList<long>? whole, IReadOnlyList<long> keys, Division again, CancellationToken cancellationToken)
    {
        var both = new ReadAhead<ReadSegment>(BySegment(left.Rows(part.Segments, whole, keys), cancellationToken), BySegment(right.Rows(part.Segments, whole, keys), cancellationToken), ahead, cancellationToken);
        await using var _ = both.ConfigureAwait(false);
        var (one, other) = (await both.LeftAsync().ConfigureAwait(false), await both.RightAsync().ConfigureAwait(false));
        HashSet<long> seen = [];
        while (one is not null || other is not null)
        {
            var segment = Math.Min(one?.Segment ?? long.MaxValue, other?.Segment ?? long.MaxValue);
            List<ReadRow> here = one?.Segment == segment ? one.Rows : [], there = other?.Segment == segment ? other.Rows : [];
            Read += here.Count + there.Count;
            seen.Add(segment);
            if (part.IsUnequal(segment, out var known))
            {
                Judge(segment, known, here, there, again);
                Count(all);
            }

            if (one?.Segment == segment)
                one = await both.LeftAsync().ConfigureAwait(false);
            if (other?.Segment == segment)
                other = await both.RightAsync().ConfigureAwait(false);
        }

        // No row has the keys that some other keys look like.
        foreach (var segment in part.UnequalSegments.Where(s => part.IsUnequal(s, out var known) && known is not null && !seen.Contains(s)))
            again.AddWhole(segment, 0);
    }

    void Count(Division all)
    {
        if ((int)(100 * ++_compared / all.Unequal) is var percent && percent > _percent)
            told(_percent = percent);
    }

    void Judge(long segment, KnownKeys? known, List<ReadRow> here, List<ReadRow> there, Division again)
    {
        here = here.FindAll(r => isLookedAt(r) && known?.Forms.Contains(r.Key) != false);
        there = there.FindAll(r => isLookedAt(r) && known?.Forms.Contains(r.Key) != false);
        if (known?.AreAll(here, there) == false)
        {
            again.AddWhole(segment, 0);
            return;
        }

        judged.AddIdentical(known is null ? 0 : known.Left.Rows - here.Count);
        if (here is [var one] && there is [var other] && RowEquality.Instance.Equals(KeyOf(one), KeyOf(other)))
        {
            judged.Add([one.Cells], [other.Cells]);
            return;
        }

        var (these, those) = (ByKey(here), ByKey(there));
        foreach (var key in these.Keys.Union(those.Keys, RowEquality.Instance))
            judged.Add(these.GetValueOrDefault(key, []), those.GetValueOrDefault(key, []));
    }

    IReadOnlyList<object?> KeyOf(ReadRow row) => [.. plan.Key.Select(k => plan.Tolerances.Form(k, row.Cells[k]))];

    Dictionary<IReadOnlyList<object?>, List<IReadOnlyList<object?>>> ByKey(List<ReadRow> rows)
    {
        var byKey = new Dictionary<IReadOnlyList<object?>, List<IReadOnlyList<object?>>>(RowEquality.Instance);
        foreach (var row in rows)
        {
            var key = KeyOf(row);
            if (!byKey.TryGetValue(key, out var of))
                byKey.Add(key, of = []);
            of.Add(row.Cells);
        }

        return byKey;
    }

    static async IAsyncEnumerable<ReadSegment> BySegment(IAsyncEnumerable<ReadRow> rows, [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellationToken)
    {
        ReadSegment? current = null;
        await foreach (var row in rows.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (current is not null && current.Segment != row.Segment)
            {
                yield return current;
                current = null;
            }

            (current ??= new(row.Segment, [])).Rows.Add(row);
        }

        if (current is not null)
            yield return current;
    }
}
