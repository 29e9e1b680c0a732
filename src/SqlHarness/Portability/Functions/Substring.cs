using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>
    /// Code points of a text from a place on, 1 being the first. A place before the first counts as the first, a length below 0 as 0; what lies behind the end is not there.
    /// </summary>
    /// <param name="text">The text.</param>
    /// <param name="start">The place of the first code point, from 1.</param>
    /// <param name="length">How many code points.</param>
    [Spelled("substr({0}, max({1}, 1), max({2}, 0))", Sqlite)]
    [Spelled("substr({0}, greatest({1}, 1), greatest({2}, 0))", DuckDb, PostgreSql, Trino)]
    [Spelled("SUBSTR({0}, GREATEST({1}, 1), GREATEST({2}, 0))", BigQuery, Snowflake, Databricks, MySql, MariaDb)]
    [Spelled("substringUTF8({0}, greatest({1}, 1), greatest({2}, 0))", ClickHouse)]
    [Spelled("SUBSTRING({0} COLLATE Latin1_General_100_CI_AS_SC, GREATEST({1}, 1), GREATEST({2}, 0))", SqlServer)]
    public static string? Substring(string? text, int start, int length) =>
        text is null ? null : string.Concat(text.EnumerateRunes().Skip(Math.Max(start, 1) - 1).Take(Math.Max(length, 0)));
}
