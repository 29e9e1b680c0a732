using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>A part of the instant by the UTC calendar; NULL for NULL.</summary>
    // SQLite's calendar counts seconds, which are floored here; before 1970 a plain division would not. EXTRACT(SECOND) has a fraction on PostgreSQL; SQL Server's weekday depends on a setting.
    [Spelled("CAST(strftime('%Y', " + SqliteSeconds + ", 'unixepoch') AS INTEGER)", Sqlite, For = CalendarPart.Year)]
    [Spelled("CAST(strftime('%m', " + SqliteSeconds + ", 'unixepoch') AS INTEGER)", Sqlite, For = CalendarPart.Month)]
    [Spelled("CAST(strftime('%d', " + SqliteSeconds + ", 'unixepoch') AS INTEGER)", Sqlite, For = CalendarPart.Day)]
    [Spelled("CAST(strftime('%H', " + SqliteSeconds + ", 'unixepoch') AS INTEGER)", Sqlite, For = CalendarPart.Hour)]
    [Spelled("CAST(strftime('%M', " + SqliteSeconds + ", 'unixepoch') AS INTEGER)", Sqlite, For = CalendarPart.Minute)]
    [Spelled("CAST(strftime('%S', " + SqliteSeconds + ", 'unixepoch') AS INTEGER)", Sqlite, For = CalendarPart.Second)]
    [Spelled("((CAST(strftime('%w', " + SqliteSeconds + ", 'unixepoch') AS INTEGER) + 6) % 7 + 1)", Sqlite, For = CalendarPart.DayOfWeek)]
    [Spelled("CAST(strftime('%j', " + SqliteSeconds + ", 'unixepoch') AS INTEGER)", Sqlite, For = CalendarPart.DayOfYear)]
    [Spelled("EXTRACT({CHOICE} FROM {0})", DuckDb, BigQuery, Snowflake)]
    [Spelled("EXTRACT(ISODOW FROM {0})", DuckDb, For = CalendarPart.DayOfWeek)]
    [Spelled("EXTRACT(DOY FROM {0})", DuckDb, For = CalendarPart.DayOfYear)]
    [Spelled("(MOD(EXTRACT(DAYOFWEEK FROM {0}) + 5, 7) + 1)", BigQuery, For = CalendarPart.DayOfWeek)]
    [Spelled("EXTRACT(DAYOFWEEK_ISO FROM {0})", Snowflake, For = CalendarPart.DayOfWeek)]
    [Spelled("{CHOICE}({0})", Databricks, MySql, MariaDb)]
    [Spelled("(WEEKDAY({0}) + 1)", Databricks, MySql, MariaDb, For = CalendarPart.DayOfWeek)]
    [Spelled("{choice}({0})", Trino)]
    [Spelled("day_of_week({0})", Trino, For = CalendarPart.DayOfWeek)]
    [Spelled("day_of_year({0})", Trino, For = CalendarPart.DayOfYear)]
    [Spelled("CAST(EXTRACT({CHOICE} FROM {0}) AS INTEGER)", PostgreSql)]
    [Spelled("CAST(FLOOR(EXTRACT(SECOND FROM {0})) AS INTEGER)", PostgreSql, For = CalendarPart.Second)]
    [Spelled("CAST(EXTRACT(ISODOW FROM {0}) AS INTEGER)", PostgreSql, For = CalendarPart.DayOfWeek)]
    [Spelled("CAST(EXTRACT(DOY FROM {0}) AS INTEGER)", PostgreSql, For = CalendarPart.DayOfYear)]
    [Spelled("toYear({0})", ClickHouse, For = CalendarPart.Year)]
    [Spelled("toMonth({0})", ClickHouse, For = CalendarPart.Month)]
    [Spelled("toDayOfMonth({0})", ClickHouse, For = CalendarPart.Day)]
    [Spelled("toHour({0})", ClickHouse, For = CalendarPart.Hour)]
    [Spelled("toMinute({0})", ClickHouse, For = CalendarPart.Minute)]
    [Spelled("toSecond({0})", ClickHouse, For = CalendarPart.Second)]
    [Spelled("toDayOfWeek({0})", ClickHouse, For = CalendarPart.DayOfWeek)]
    [Spelled("toDayOfYear({0})", ClickHouse, For = CalendarPart.DayOfYear)]
    [Spelled("DATEPART({CHOICE}, {0})", SqlServer)]
    [Spelled("((DATEPART(WEEKDAY, {0}) + @@DATEFIRST + 5) % 7 + 1)", SqlServer, For = CalendarPart.DayOfWeek)]
    public static int? Part(DateTime? time, CalendarPart part) => time is not { } t ? null : part switch
    {
        CalendarPart.Year => t.Year,
        CalendarPart.Month => t.Month,
        CalendarPart.Day => t.Day,
        CalendarPart.Hour => t.Hour,
        CalendarPart.Minute => t.Minute,
        CalendarPart.Second => t.Second,
        CalendarPart.DayOfWeek => ((int)t.DayOfWeek + 6) % 7 + 1,
        CalendarPart.DayOfYear => t.DayOfYear,
        _ => throw new ArgumentOutOfRangeException(nameof(part), part, "Not a part of the calendar."),
    };

    const string SqliteSeconds = "({0} - (({0} % 1000000) + 1000000) % 1000000) / 1000000";
}
