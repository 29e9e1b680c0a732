using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The text without blanks (U+0020) at both ends; tabs and other white space stay.</summary>
    [Spelled("trim({0}, ' ')", Sqlite, DuckDb)]
    [Spelled("TRIM({0}, ' ')", BigQuery, Snowflake)]
    [Spelled("TRIM(BOTH ' ' FROM {0})", Databricks, Trino, PostgreSql, MySql, MariaDb, ClickHouse)]
    [Spelled("TRIM(N' ' FROM {0})", SqlServer)]
    public static string? Trim(string? text) => text?.Trim(' ');
}
