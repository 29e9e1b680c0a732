using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>Times cut down to whole units, or rounded to them.</summary>
sealed class TimeCutRule : ColumnRule
{
    static readonly (string Name, long Ticks)[] Units =
    [
        ("milliseconds", TimeSpan.TicksPerMillisecond), ("seconds", TimeSpan.TicksPerSecond), ("minutes", TimeSpan.TicksPerMinute), ("hours", TimeSpan.TicksPerHour), ("days", TimeSpan.TicksPerDay),
    ];

    public override IEnumerable<CellRule> Of(DifferingCells cells)
    {
        if (!cells.AreTimes)
            yield break;
        foreach (var (name, unit) in Units)
        {
            foreach (var (verb, add) in new[] { ("cut", 0L), ("rounded", unit / 2) })
            {
                yield return Rule($"is {verb} to {name} on the right", (left, right) => right == Times.Floored(left + add, unit) * unit);
                yield return Rule($"is {verb} to {name} on the left", (left, right) => left == Times.Floored(right + add, unit) * unit);
            }
        }

        if (cells.As is ComparedAs.Time or ComparedAs.Date)
            yield return Rule("is cut to months on the right", (left, right) => right == Month(left));
    }

    static long Month(long ticks) => new DateTime(ticks) is var time ? new DateTime(time.Year, time.Month, 1).Ticks : 0;

    static CellRule Rule(string phrase, Func<long, long, bool> covers) => new(phrase, pair => pair is { Left: not null, Right: not null } && covers(Times.Ticks(pair.Left), Times.Ticks(pair.Right)));
}
