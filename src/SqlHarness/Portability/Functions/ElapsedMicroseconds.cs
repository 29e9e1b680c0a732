using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

/// <summary>Functions with one meaning in C# and in every dialect. In a query they become SQL; elsewhere they run as they stand here.</summary>
public static partial class Portable
{
    /// <summary>Whole microseconds from <paramref name="start"/> to <paramref name="end"/>, exact; negative where the end is earlier, NULL where either is.</summary>
    // PostgreSQL's EXTRACT is NUMERIC, and exact, since version 14. Trino counts in milliseconds at best.
    [Spelled("({1} - {0})", Sqlite)]
    [Spelled("(epoch_us({1}) - epoch_us({0}))", DuckDb)]
    [Spelled("TIMESTAMP_DIFF({1}, {0}, MICROSECOND)", BigQuery)]
    [Spelled("DATEDIFF(MICROSECOND, {0}, {1})", Snowflake)]
    [Spelled("TIMESTAMPDIFF(MICROSECOND, {0}, {1})", Databricks, MySql, MariaDb)]
    [Spelled("CAST(EXTRACT(EPOCH FROM ({1}) - ({0})) * 1000000 AS BIGINT)", PostgreSql)]
    [Spelled("dateDiff('microsecond', {0}, {1})", ClickHouse)]
    [Spelled("DATEDIFF_BIG(MICROSECOND, {0}, {1})", SqlServer)]
    [Spelled("(date_diff('second', date_trunc('second', {0}), date_trunc('second', {1})) * 1000000 + CAST(rpad(split_part(CAST({1} AS VARCHAR), '.', 2), 6, '0') AS BIGINT)"
        + " - CAST(rpad(split_part(CAST({0} AS VARCHAR), '.', 2), 6, '0') AS BIGINT))", Trino)]
    public static long? ElapsedMicroseconds(DateTime? start, DateTime? end) => (end - start)?.Ticks / TimeSpan.TicksPerMicrosecond;
}
