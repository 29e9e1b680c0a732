using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>Whether a text ends with another, by code point; every text ends with the empty one. Neither may be NULL.</summary>
    [Spelled("(length({0}) >= length({1}) AND substr({0}, length({0}) - length({1}) + 1) = {1})", Sqlite, Trino)]
    [Spelled("ends_with({0}, {1})", DuckDb)]
    [Spelled("ENDS_WITH({0}, {1})", BigQuery)]
    [Spelled("ENDSWITH({0}, {1})", Snowflake, Databricks)]
    [Spelled("(RIGHT({0}, CHAR_LENGTH({1})) = {1})", PostgreSql)]
    [Spelled("endsWith({0}, {1})", ClickHouse)]
    [Spelled("(RIGHT({0}, CHAR_LENGTH({1})) " + TextSpellings.MySql + " = {1})", MySql)]
    [Spelled("(RIGHT({0}, CHAR_LENGTH({1})) " + TextSpellings.MariaDb + " = {1})", MariaDb)]
    [Spelled("(DATALENGTH({1}) = 0 OR CHARINDEX(REVERSE({1}), REVERSE({0}) " + TextSpellings.SqlServer + ") = 1)", SqlServer)]
    public static bool EndsWith(string text, string end)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.EndsWith(end, StringComparison.Ordinal);
    }
}
