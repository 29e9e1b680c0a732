using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>A number without its sign.</summary>
    [Spelled("abs({0})", Sqlite, DuckDb, Trino)]
    [Spelled("toInt64(abs({0}))", ClickHouse)]
    [Spelled("ABS({0})", BigQuery, Snowflake, Databricks, PostgreSql, MySql, MariaDb, SqlServer)]
    public static long? Abs(long? number) => number is { } n ? Math.Abs(n) : null;

    /// <inheritdoc cref="Abs(long?)"/>
    [Spelled("abs({0})", Sqlite, DuckDb, Trino, ClickHouse)]
    [Spelled("ABS({0})", BigQuery, Snowflake, Databricks, PostgreSql, MySql, MariaDb, SqlServer)]
    public static double? Abs(double? number) => number is { } n ? Math.Abs(n) : null;

    /// <inheritdoc cref="Abs(long?)"/>
    [Spelled("abs({0})", Sqlite, DuckDb, Trino, ClickHouse)]
    [Spelled("ABS({0})", BigQuery, Snowflake, Databricks, PostgreSql, MySql, MariaDb, SqlServer)]
    public static decimal? Abs(decimal? number) => number is { } n ? Math.Abs(n) : null;
}
