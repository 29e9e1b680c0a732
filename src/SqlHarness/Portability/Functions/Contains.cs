using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>Whether a text holds another, by code point; every text holds the empty one. Neither may be NULL.</summary>
    [Spelled("(instr({0}, {1}) > 0)", Sqlite)]
    [Spelled("contains({0}, {1})", DuckDb)]
    [Spelled("CONTAINS({0}, {1})", Snowflake, Databricks)]
    [Spelled("(STRPOS({0}, {1}) > 0)", BigQuery, PostgreSql, Trino)]
    [Spelled("(position({0}, {1}) > 0)", ClickHouse)]
    [Spelled("(LOCATE({1}, {0} " + TextSpellings.MySql + ") > 0)", MySql)]
    [Spelled("(LOCATE({1}, {0} " + TextSpellings.MariaDb + ") > 0)", MariaDb)]
    [Spelled("(DATALENGTH({1}) = 0 OR CHARINDEX({1}, {0} " + TextSpellings.SqlServer + ") > 0)", SqlServer)]
    public static bool Contains(string text, string part)
    {
        ArgumentNullException.ThrowIfNull(text);
        return text.Contains(part, StringComparison.Ordinal);
    }
}
