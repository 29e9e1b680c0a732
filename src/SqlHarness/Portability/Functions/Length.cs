using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>How many code points a text has; <c>string.Length</c> counts UTF-16 units.</summary>
    // SQL Server's LEN passes over trailing blanks, and knows code points by a collation with supplementary characters only.
    [Spelled("length({0})", Sqlite, DuckDb, Trino)]
    [Spelled("CHAR_LENGTH({0})", BigQuery, Databricks, PostgreSql, MySql, MariaDb)]
    [Spelled("LENGTH({0})", Snowflake)]
    [Spelled("lengthUTF8({0})", ClickHouse)]
    [Spelled("(LEN(({0} + N'.') COLLATE Latin1_General_100_CI_AS_SC) - 1)", SqlServer)]
    public static int? Length(string? text) => text?.EnumerateRunes().Count();
}
