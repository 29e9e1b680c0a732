namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The instant so many microseconds later.</summary>
    [Spelled("({0} + {1})", DialectNames.Sqlite)]
    [Spelled("({0} + to_microseconds({1}))", DialectNames.DuckDb)]
    public static DateTime? AddMicroseconds(DateTime? time, long microseconds) => time?.AddTicks(microseconds * TimeSpan.TicksPerMicrosecond);
}
