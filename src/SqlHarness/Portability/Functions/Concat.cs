using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>Two texts joined; NULL where either is, while C#'s + takes NULL for the empty text.</summary>
    [Spelled("({0} || {1})", Sqlite, DuckDb, BigQuery, Snowflake, Databricks, Trino, PostgreSql)]
    [Spelled("CONCAT({0}, {1})", MySql, MariaDb)]
    [Spelled("concat({0}, {1})", ClickHouse)]
    [Spelled("({0} + {1})", SqlServer)]
    public static string? Concat(string? left, string? right) => left is null || right is null ? null : left + right;
}
