namespace SqlHarness.Testing.Cases.Generation;

/// <summary>
/// Times, drawn by their differences: a microsecond around the query's intervals, nothing, little, much, or to the edge of a day or month. Uniform times would
/// meet a 30-minute gap exactly once in thousands of cases.
/// </summary>
/// <param name="intervals">The query's intervals.</param>
sealed class TimeSteps(IReadOnlyList<TimeSpan> intervals)
{
    const long Micro = TimeSpan.TicksPerMicrosecond;

    // What a query without intervals may yet be about.
    static readonly TimeSpan[] Usual = [TimeSpan.FromMicroseconds(1), TimeSpan.FromSeconds(1), TimeSpan.FromMinutes(1), TimeSpan.FromHours(1), TimeSpan.FromDays(1)];
    static readonly TimeSpan MostLarge = TimeSpan.FromDays(400);

    static readonly DateTime[] Starts =
    [
        new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc), new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc), new(2025, 1, 31, 23, 50, 0, DateTimeKind.Utc),
        new(2024, 2, 28, 23, 59, 59, DateTimeKind.Utc), new(1969, 12, 31, 23, 45, 0, DateTimeKind.Utc), new(2024, 12, 31, 0, 0, 0, DateTimeKind.Utc),
    ];

    // Steps that leave these years are not taken, so that no sum of a few of them leaves what engines hold.
    static readonly DateTime Earliest = new(1900, 1, 1, 0, 0, 0, DateTimeKind.Utc), Latest = new(2200, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    // AddDays(-7) is about times seven days apart.
    readonly IReadOnlyList<TimeSpan> _intervals = [.. intervals.Where(i => i != TimeSpan.Zero && i != TimeSpan.MinValue).Select(i => i.Duration()).Distinct()];

    /// <summary>A time to begin with. Fractions of a second matter to engines that subtract clock readings cut to seconds.</summary>
    public static DateTime Start(Draws draws) => draws.Of(Starts).AddTicks(draws.Chance(20) ? draws.Of([1, 500_000, 999_999]) * Micro : 0);

    /// <summary>A time some step after another, or before it.</summary>
    public DateTime From(DateTime time, bool backwards, Draws draws)
    {
        var next = Next(time, backwards ? -1 : 1, draws.Below(15), draws);
        return next < Earliest || next > Latest ? time : next;
    }

    DateTime Next(DateTime time, int sign, int roll, Draws draws) => roll switch
    {
        < 7 when _intervals.Count > 0 => time.AddTicks(sign * (draws.Of(_intervals).Ticks + draws.Of([-1, 0, 0, 1]) * Micro)),
        < 2 => time.AddTicks(sign * draws.Of(Usual).Ticks),
        < 9 => time,
        < 10 => time.AddTicks(sign * draws.Of([Micro, TimeSpan.TicksPerSecond])),
        < 12 => time.AddTicks(sign * Small(draws)),
        < 13 => time.AddTicks(sign * Math.Min(Interval(draws).Ticks * (2 + draws.Below(99)), MostLarge.Ticks)),
        _ => ToEdge(time, sign, draws),
    };

    // Whole microseconds, up to the interval.
    long Small(Draws draws) => (long)((Int128)(Interval(draws).Ticks / Micro) * (1 + draws.Below(1000)) / 1000) * Micro;

    TimeSpan Interval(Draws draws) => _intervals.Count > 0 ? draws.Of(_intervals) : draws.Of(Usual);

    // The next midnight or first of a month, or the one before, with a microsecond on either side of it.
    static DateTime ToEdge(DateTime time, int sign, Draws draws)
    {
        var day = draws.Chance(25) ? new DateTime(time.Year, time.Month, 1, 0, 0, 0, DateTimeKind.Utc) is var first && sign > 0 ? first.AddMonths(1) : first
            : sign > 0 ? time.Date.AddDays(1) : time.Date;
        return day.AddTicks(draws.Of([-1, 0, 1]) * Micro);
    }
}
