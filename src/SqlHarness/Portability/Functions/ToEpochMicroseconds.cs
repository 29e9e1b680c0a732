using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>Microseconds from 1970-01-01 UTC to the instant; negative before.</summary>
    [Spelled("({0})", Sqlite)]
    [Spelled("epoch_us({0})", DuckDb)]
    [Spelled("UNIX_MICROS({0})", BigQuery)]
    [Spelled("DATE_PART(EPOCH_MICROSECOND, {0})", Snowflake)]
    [Spelled("UNIX_MICROS(CAST({0} AS TIMESTAMP))", Databricks)]
    [Spelled("TIMESTAMPDIFF(MICROSECOND, TIMESTAMP('1970-01-01 00:00:00'), {0})", MySql, MariaDb)]
    [Spelled("CAST(EXTRACT(EPOCH FROM {0}) * 1000000 AS BIGINT)", PostgreSql)]
    [Spelled("toUnixTimestamp64Micro({0})", ClickHouse)]
    [Spelled("DATEDIFF_BIG(MICROSECOND, CAST('1970-01-01' AS DATETIME2(6)), {0})", SqlServer)]
    [Spelled("(date_diff('second', TIMESTAMP '1970-01-01 00:00:00', date_trunc('second', {0})) * 1000000 + CAST(rpad(split_part(CAST({0} AS VARCHAR), '.', 2), 6, '0') AS BIGINT))", Trino)]
    public static long? ToEpochMicroseconds(DateTime? time) => (time?.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
}
