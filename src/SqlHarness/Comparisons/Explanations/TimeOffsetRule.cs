using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Times that are all as much later or earlier, or by one of two offsets an hour apart: a time zone's, in winter and in summer.</summary>
sealed class TimeOffsetRule : ColumnRule
{
    // https://data.iana.org/time-zones/tz-link.html: offsets are multiples of a quarter of an hour, from −12 to +14 hours.
    const long Quarter = 15 * TimeSpan.TicksPerMinute, LargestZone = 14 * TimeSpan.TicksPerHour;

    public override IEnumerable<CellRule> Of(DifferingCells cells)
    {
        if (!cells.AreTimes)
            yield break;
        var offsets = cells.Pairs.Where(p => p is { Left: not null, Right: not null }).Select(Offset).ToList();
        if (Coverage.Majority(offsets) is { } constant)
            yield return Rule($"is exactly {Later(constant)} on the right ({Said.Count(Math.Abs(constant) / TimeSpan.TicksPerMicrosecond)} microseconds)", offset => offset == constant);
        if (cells.As is not ComparedAs.Time)
            yield break;
        if (offsets.GroupBy(o => o).Where(g => g.Key % Quarter == 0 && Math.Abs(g.Key) <= LargestZone).OrderByDescending(g => g.Count()).ThenBy(g => g.Key).Take(2).Select(g => g.Key).Order().ToList() is [var first, var second]
            && second - first == TimeSpan.TicksPerHour)
            yield return Rule($"is {Later(first)} or {Later(second)} on the right, as a time zone with summer time makes it", offset => offset == first || offset == second);
    }

    static long Offset(CellPair pair) => Times.Ticks(pair.Right!) - Times.Ticks(pair.Left!);

    static CellRule Rule(string phrase, Func<long, bool> covers) => new(phrase, pair => pair is { Left: not null, Right: not null } && covers(Offset(pair)));

    static string Later(long ticks) => ticks == 0 ? "the same" : $"{Said.Span(Math.Abs(ticks))} {(ticks > 0 ? "later" : "earlier")}";
}
