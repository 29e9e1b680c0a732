namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The instant, or one later than all instants where it is NULL: the open end of a half-open range, in a form that engines can hash-join on.</summary>
    [Spelled("COALESCE({0}, 9223372036854775807)", DialectNames.Sqlite)]
    [Spelled("COALESCE({0}, TIMESTAMP 'infinity')", DialectNames.DuckDb)]
    public static DateTime OrEndOfTime(DateTime? time) => time ?? DateTime.MaxValue;
}
