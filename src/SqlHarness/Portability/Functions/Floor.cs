using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The largest whole number that is not above a number.</summary>
    [Spelled("floor({0})", Sqlite, DuckDb, Trino, ClickHouse)]
    [Spelled("FLOOR({0})", BigQuery, Snowflake, Databricks, PostgreSql, MySql, MariaDb, SqlServer)]
    public static double? Floor(double? number) => number is { } n ? Math.Floor(n) : null;

    /// <inheritdoc cref="Floor(double?)"/>
    [Spelled("({0} - (({0} % 1000000) + 1000000) % 1000000)", Sqlite)]
    [Spelled("floor({0})", DuckDb, Trino, ClickHouse)]
    [Spelled("FLOOR({0})", BigQuery, Snowflake, Databricks, PostgreSql, MySql, MariaDb, SqlServer)]
    public static decimal? Floor(decimal? number) => number is { } n ? Math.Floor(n) : null;
}
