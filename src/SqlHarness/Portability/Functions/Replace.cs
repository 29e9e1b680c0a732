using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The text with every occurrence of another replaced, by code point; the empty text is replaced nowhere.</summary>
    // Trino would put the replacement between all letters. MariaDB 10.11 gives the text itself for REPLACE(text, '', NULL).
    [Spelled("replace({0}, {1}, {2})", Sqlite, DuckDb, PostgreSql)]
    [Spelled("REPLACE({0}, {1}, {2})", BigQuery, Snowflake, Databricks, MySql)]
    [Spelled("(CASE WHEN {2} IS NOT NULL THEN REPLACE({0}, {1}, {2}) END)", MariaDb)]
    [Spelled("(CASE WHEN {1} = '' THEN {0} ELSE replace({0}, {1}, {2}) END)", Trino)]
    [Spelled("replaceAll({0}, {1}, {2})", ClickHouse)]
    [Spelled("REPLACE({0} " + TextSpellings.SqlServer + ", {1}, {2})", SqlServer)]
    public static string? Replace(string? text, string? old, string? replacement) =>
        text is null || old is null || replacement is null ? null : old.Length == 0 ? text : text.Replace(old, replacement, StringComparison.Ordinal);
}
