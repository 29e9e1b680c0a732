using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The beginning of the second, minute, hour, day, month or year that holds the instant, in UTC.</summary>
    // SQLite's remainder keeps the dividend's sign, so instants before 1970 need a second remainder. ClickHouse's own functions give a DateTime, which
    // begins in 1970; its positiveModulo by a day's microseconds is wrong before 1970 (26.7: midnight of 1969-12-28 came out as 15:58:10.448384 of the day before).
    [Spelled("({0} - (({0} % 1000000) + 1000000) % 1000000)", Sqlite, For = CalendarUnit.Second)]
    [Spelled("({0} - (({0} % 60000000) + 60000000) % 60000000)", Sqlite, For = CalendarUnit.Minute)]
    [Spelled("({0} - (({0} % 3600000000) + 3600000000) % 3600000000)", Sqlite, For = CalendarUnit.Hour)]
    [Spelled("({0} - (({0} % 86400000000) + 86400000000) % 86400000000)", Sqlite, For = CalendarUnit.Day)]
    [Spelled("(CAST(strftime('%s', ({0} - (({0} % 86400000000) + 86400000000) % 86400000000) / 1000000, 'unixepoch', 'start of {choice}') AS INTEGER) * 1000000)", Sqlite)]
    [Spelled("date_trunc('{choice}', {0})", DuckDb, PostgreSql, Trino)]
    [Spelled("DATE_TRUNC('{CHOICE}', {0})", Snowflake, Databricks)]
    [Spelled("TIMESTAMP_TRUNC({0}, {CHOICE})", BigQuery)]
    [Spelled("DATETRUNC({CHOICE}, {0})", SqlServer)]
    [Spelled("TIMESTAMP(DATE_FORMAT({0}, '%Y-%m-%d %H:%i:%s'))", MySql, MariaDb, For = CalendarUnit.Second)]
    [Spelled("TIMESTAMP(DATE_FORMAT({0}, '%Y-%m-%d %H:%i:00'))", MySql, MariaDb, For = CalendarUnit.Minute)]
    [Spelled("TIMESTAMP(DATE_FORMAT({0}, '%Y-%m-%d %H:00:00'))", MySql, MariaDb, For = CalendarUnit.Hour)]
    [Spelled("TIMESTAMP(DATE({0}))", MySql, MariaDb, For = CalendarUnit.Day)]
    [Spelled("TIMESTAMP(DATE_FORMAT({0}, '%Y-%m-01'))", MySql, MariaDb, For = CalendarUnit.Month)]
    [Spelled("TIMESTAMP(DATE_FORMAT({0}, '%Y-01-01'))", MySql, MariaDb, For = CalendarUnit.Year)]
    [Spelled("fromUnixTimestamp64Micro(toUnixTimestamp64Micro({0}) - positiveModulo(toUnixTimestamp64Micro({0}), 1000000), 'UTC')", ClickHouse, For = CalendarUnit.Second)]
    [Spelled("fromUnixTimestamp64Micro(toUnixTimestamp64Micro({0}) - positiveModulo(toUnixTimestamp64Micro({0}), 60000000), 'UTC')", ClickHouse, For = CalendarUnit.Minute)]
    [Spelled("fromUnixTimestamp64Micro(toUnixTimestamp64Micro({0}) - positiveModulo(toUnixTimestamp64Micro({0}), 3600000000), 'UTC')", ClickHouse, For = CalendarUnit.Hour)]
    [Spelled("makeDateTime64(toYear({0}), toMonth({0}), toDayOfMonth({0}), 0, 0, 0, 0, 6, 'UTC')", ClickHouse, For = CalendarUnit.Day)]
    [Spelled("makeDateTime64(toYear({0}), toMonth({0}), 1, 0, 0, 0, 0, 6, 'UTC')", ClickHouse, For = CalendarUnit.Month)]
    [Spelled("makeDateTime64(toYear({0}), 1, 1, 0, 0, 0, 0, 6, 'UTC')", ClickHouse, For = CalendarUnit.Year)]
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
