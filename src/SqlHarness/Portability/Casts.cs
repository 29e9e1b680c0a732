using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

/// <summary>Casts that comparisons need where the types of two sides differ; each keeps the value as it is.</summary>
static class Casts
{
    /// <summary>A whole number as an exact one.</summary>
    // SQLite has decimals as millionths.
    [Spelled("({0} * 1000000)", Sqlite)]
    [Spelled("CAST({0} AS DECIMAL(38, 0))", DuckDb, PostgreSql, Databricks, SqlServer, Trino, MySql, MariaDb)]
    [Spelled("CAST({0} AS NUMBER(38, 0))", Snowflake)]
    [Spelled("CAST({0} AS BIGNUMERIC)", BigQuery)]
    [Spelled("toDecimal128({0}, 0)", ClickHouse)]
    public static decimal? ToDecimal(long? number) => number;

    /// <summary>A day's midnight, UTC.</summary>
    [Spelled("({0})", Sqlite)]
    [Spelled("CAST({0} AS TIMESTAMP)", DuckDb, PostgreSql, BigQuery, Databricks)]
    [Spelled("CAST({0} AS TIMESTAMP_NTZ)", Snowflake)]
    [Spelled("CAST({0} AS DATETIME(6))", MySql, MariaDb)]
    [Spelled("CAST({0} AS TIMESTAMP(6))", Trino)]
    [Spelled("CAST({0} AS DATETIME2(6))", SqlServer)]
    [Spelled("toDateTime64({0}, 6, 'UTC')", ClickHouse)]
    public static DateTime? ToTime(DateOnly? day) => day?.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
