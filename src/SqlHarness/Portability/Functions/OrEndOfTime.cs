using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The instant, or one later than all instants where it is NULL: the open end of a half-open range, in a form that engines can hash-join on.</summary>
    // ClickHouse's DateTime64 ends with the year 2299.
    [Spelled("COALESCE({0}, 9223372036854775807)", Sqlite)]
    [Spelled("COALESCE({0}, TIMESTAMP 'infinity')", DuckDb, PostgreSql)]
    [Spelled("COALESCE({0}, TIMESTAMP '9999-12-31 23:59:59.999999+00')", BigQuery)]
    [Spelled("COALESCE({0}, TO_TIMESTAMP_NTZ('9999-12-31 23:59:59.999999'))", Snowflake)]
    [Spelled("COALESCE({0}, TIMESTAMP '9999-12-31 23:59:59.999999')", Databricks, Trino)]
    [Spelled("COALESCE({0}, TIMESTAMP('9999-12-31 23:59:59.999999'))", MySql, MariaDb)]
    [Spelled("COALESCE({0}, toDateTime64('2299-12-31 23:59:59.999999', 6, 'UTC'))", ClickHouse)]
    [Spelled("COALESCE({0}, CAST('9999-12-31T23:59:59.999999' AS DATETIME2(6)))", SqlServer)]
    public static DateTime OrEndOfTime(DateTime? time) => time ?? DateTime.MaxValue;
}
