using FsCheck;
using FsCheck.Fluent;
using SqlHarness.Sessions;

namespace SqlHarness.Testing.EventLogs;

/// <summary>Ways from one event to the next: a microsecond around the gap, around the next whole second, nothing, little, much, or to the edge of a day.</summary>
static class EventSteps
{
    static readonly TimeSpan Micro = TimeSpan.FromMicroseconds(1);
    static readonly TimeSpan Second = TimeSpan.FromSeconds(1);

    static readonly DateTime[] Starts =
    [
        new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc), new(2025, 1, 31, 23, 50, 0, DateTimeKind.Utc), new(2024, 2, 28, 23, 59, 59, DateTimeKind.Utc),
        new(1969, 12, 31, 23, 45, 0, DateTimeKind.Utc),
    ];

    /// <summary>A first event. Fractions of a second matter to engines that subtract clock readings cut to seconds.</summary>
    public static Gen<DateTime> Start(SessionizeOptions options) =>
        from start in Gen.Elements(Starts)
        from micros in options.Precision == GapPrecision.WholeSeconds ? Gen.Elements(0, 1, 500_000, 999_999) : Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Elements(1, 999_999)))
        select start.AddMicroseconds(micros);

    /// <summary>Any step.</summary>
    public static Gen<Func<DateTime, DateTime>> Any(SessionizeOptions options)
    {
        var gap = options.Gap;
        // Under WholeSeconds the boundary is a second wide: both its ends count, and what lies within.
        var second = options.Precision == GapPrecision.WholeSeconds
            ? Gen.Elements(gap - Second, gap + Second / 2, gap + Second - Micro, gap + Second, gap + Second + Micro)
            : Gen.Elements(gap - Second, gap + Second - Micro, gap + Second);
        return Gen.Frequency(
            (3, Gen.Elements(gap - Micro, gap, gap, gap + Micro).Select(By)),
            (options.Precision == GapPrecision.WholeSeconds ? 3 : 1, second.Select(By)),
            (2, Gen.Constant(TimeSpan.Zero).Select(By)),
            (2, Small(gap).Select(By)),
            (1, Gen.Choose(2, 100).Select(times => By(TimeSpan.FromTicks(gap.Ticks * times)))),
            (options.Cut == CalendarCut.None ? 1 : 2, Gen.Elements(-Micro, TimeSpan.Zero, Micro).Select(ToMidnight)));
    }

    /// <summary>A step that never ends a session by its length.</summary>
    public static Gen<Func<DateTime, DateTime>> WithinSession(SessionizeOptions options) => Gen.OneOf(
        Small(options.Gap), Gen.Constant(options.Boundary == GapBoundary.After ? options.Gap : options.Gap - Micro)).Select(By);

    // Whole microseconds, up to the gap.
    static Gen<TimeSpan> Small(TimeSpan gap) => Gen.Choose(1, 1000).Select(permille => TimeSpan.FromMicroseconds(gap.Ticks / TimeSpan.TicksPerMicrosecond * permille / 1000));

    static Func<DateTime, DateTime> By(TimeSpan elapsed) => time => time + elapsed;

    // Never backwards: a microsecond before midnight, its step to a microsecond before midnight is the next day's.
    static Func<DateTime, DateTime> ToMidnight(TimeSpan beside) => time => time.Date.AddDays(1) + beside is var edge && edge > time ? edge : edge.AddDays(1);
}
