namespace SqlHarness.Portability;

/// <summary>SQLite with times as INTEGER microseconds since 1970. Its remainder keeps the dividend's sign, so instants before 1970 need a second remainder.</summary>
sealed class SqliteSpelling : Spelling
{
    public override string Configuration => "SQLite.Micros";

    public override string ElapsedMicroseconds => "({1} - {0})";

    public override string AddMicroseconds => "({0} + {1})";

    public override string OrEndOfTime => "COALESCE({0}, 9223372036854775807)";

    public override string Truncate(CalendarUnit unit) => unit switch
    {
        CalendarUnit.Second => Floor(1_000_000),
        CalendarUnit.Minute => Floor(60_000_000),
        CalendarUnit.Hour => Floor(3_600_000_000),
        CalendarUnit.Day => Floor(86_400_000_000),
        CalendarUnit.Month => StartOf("month"),
        CalendarUnit.Year => StartOf("year"),
        _ => throw new ArgumentOutOfRangeException(nameof(unit), unit, "Not a calendar unit."),
    };

    static string Floor(long micros) => $"({{0}} - (({{0}} % {micros}) + {micros}) % {micros})";

    static string StartOf(string unit) => $"(CAST(strftime('%s', {Floor(86_400_000_000)} / 1000000, 'unixepoch', 'start of {unit}') AS INTEGER) * 1000000)";
}
