namespace SqlHarness.Cli.Generate;

/// <summary>When people visit: in the evening rather than at night, on weekdays rather than at the weekend.</summary>
/// <param name="firstDay">The weekday on which the period begins, UTC.</param>
/// <param name="period">How long it is, in microseconds.</param>
sealed class Rhythm(DayOfWeek firstDay, long period)
{
    const long Hour = 3_600_000_000;
    const int HoursADay = 24, DaysAWeek = 7;

    // Keeps the hour in front of the period, where clocks are behind UTC, from being negative.
    const int AWeek = HoursADay * DaysAWeek;

    // Shares of the busiest hour, from midnight to 23, local time.
    static readonly double[] ByHour =
    [
        0.25, 0.13, 0.07, 0.05, 0.05, 0.08, 0.17, 0.32, 0.46, 0.55, 0.62, 0.66,
        0.72, 0.70, 0.66, 0.64, 0.66, 0.70, 0.78, 0.90, 1, 0.96, 0.76, 0.46,
    ];

    // From Sunday.
    static readonly double[] ByDay = [0.75, 1, 0.98, 0.97, 0.96, 0.9, 0.7];

    /// <summary>An instant of the period, in microseconds from its begin.</summary>
    public long Instant(Draw draw, int hoursAheadOfUtc)
    {
        while (true)
        {
            var instant = draw.Below(period);
            var hour = instant / Hour + hoursAheadOfUtc + AWeek;
            if (draw.Chance(ByHour[hour % HoursADay] * ByDay[((int)firstDay + hour / HoursADay) % DaysAWeek]))
                return instant;
        }
    }
}
