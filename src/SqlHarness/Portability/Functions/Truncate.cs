namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The beginning of the second, minute, hour, day, month or year that holds the instant, in UTC.</summary>
    // SQLite's remainder keeps the dividend's sign, so instants before 1970 need a second remainder.
    [Spelled("({0} - (({0} % 1000000) + 1000000) % 1000000)", DialectNames.Sqlite, For = CalendarUnit.Second)]
    [Spelled("({0} - (({0} % 60000000) + 60000000) % 60000000)", DialectNames.Sqlite, For = CalendarUnit.Minute)]
    [Spelled("({0} - (({0} % 3600000000) + 3600000000) % 3600000000)", DialectNames.Sqlite, For = CalendarUnit.Hour)]
    [Spelled("({0} - (({0} % 86400000000) + 86400000000) % 86400000000)", DialectNames.Sqlite, For = CalendarUnit.Day)]
    [Spelled("(CAST(strftime('%s', ({0} - (({0} % 86400000000) + 86400000000) % 86400000000) / 1000000, 'unixepoch', 'start of {choice}') AS INTEGER) * 1000000)", DialectNames.Sqlite)]
    [Spelled("date_trunc('{choice}', {0})", DialectNames.DuckDb)]
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
}
