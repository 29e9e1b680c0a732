using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>Whether a text begins with another, by code point; every text begins with the empty one. Neither may be NULL.</summary>
    [Spelled("(substr({0}, 1, length({1})) = {1})", Sqlite)]
    [Spelled("starts_with({0}, {1})", DuckDb, PostgreSql, Trino)]
    [Spelled("STARTS_WITH({0}, {1})", BigQuery)]
    [Spelled("STARTSWITH({0}, {1})", Snowflake, Databricks)]
    [Spelled("startsWith({0}, {1})", ClickHouse)]
    [Spelled("(LEFT({0}, CHAR_LENGTH({1})) " + TextSpellings.MySql + " = {1})", MySql)]
    [Spelled("(LEFT({0}, CHAR_LENGTH({1})) " + TextSpellings.MariaDb + " = {1})", MariaDb)]
    [Spelled("(DATALENGTH({1}) = 0 OR CHARINDEX({1}, {0} " + TextSpellings.SqlServer + ") = 1)", SqlServer)]
    public static bool StartsWith(string text, string start)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.StartsWith(start, StringComparison.Ordinal);
    }
}
