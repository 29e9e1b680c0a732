namespace SqlHarness.Portability;

/// <summary>Functions with one meaning in C# and on every engine. In a query they become SQL; elsewhere they run as they stand here.</summary>
public static class Portable
{
    /// <summary>Whole microseconds from <paramref name="start"/> to <paramref name="end"/>, exact; negative where the end is earlier, NULL where either is.</summary>
    public static long? ElapsedMicroseconds(DateTime? start, DateTime? end) => (end - start)?.Ticks / TimeSpan.TicksPerMicrosecond;

    /// <summary>The instant so many microseconds later.</summary>
    public static DateTime? AddMicroseconds(DateTime? time, long microseconds) => time?.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);

    /// <summary>The beginning of the second, minute, hour, day, month or year that holds the instant, in UTC.</summary>
    public static DateTime? Truncate(DateTime? time, CalendarUnit unit) => time is not { } t ? null : unit switch
    {
        CalendarUnit.Second => new DateTime(t.Ticks - t.Ticks % TimeSpan.TicksPerSecond, t.Kind),
        CalendarUnit.Minute => new DateTime(t.Ticks - t.Ticks % TimeSpan.TicksPerMinute, t.Kind),
        CalendarUnit.Hour => new DateTime(t.Ticks - t.Ticks % TimeSpan.TicksPerHour, t.Kind),
        CalendarUnit.Day => t.Date,
        CalendarUnit.Month => new DateTime(t.Year, t.Month, 1, 0, 0, 0, t.Kind),
        CalendarUnit.Year => new DateTime(t.Year, 1, 1, 0, 0, 0, t.Kind),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a calendar unit."),
    };

    /// <summary>−1, 0 or 1: the order of two texts by code point. Neither may be NULL.</summary>
    public static int CompareText(string left, string right) => Math.Sign(Tables.CodePointOrder.Instance.Compare(left, right));

    /// <summary>The instant, or one later than all instants where it is NULL: the open end of a half-open range, in a form that engines can hash-join on.</summary>
    public static DateTime OrEndOfTime(DateTime? time) => time ?? DateTime.MaxValue;
}
