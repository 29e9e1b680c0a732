using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The instant so many microseconds after 1970-01-01 UTC.</summary>
    [Spelled("({0})", Sqlite)]
    [Spelled("make_timestamp(CAST({0} AS BIGINT))", DuckDb)]
    [Spelled("TIMESTAMP_MICROS({0})", BigQuery, Databricks)]
    [Spelled("TO_TIMESTAMP_NTZ({0}, 6)", Snowflake)]
    [Spelled("TIMESTAMPADD(MICROSECOND, {0}, TIMESTAMP('1970-01-01 00:00:00'))", MySql, MariaDb)]
    [Spelled("(TIMESTAMP '1970-01-01 00:00:00' + {0} / 86400000000 * INTERVAL '1 day' + {0} % 86400000000 * INTERVAL '1 microsecond')", PostgreSql)]
    [Spelled("fromUnixTimestamp64Micro({0}, 'UTC')", ClickHouse)]
    [Spelled("DATEADD(MICROSECOND, CAST({0} % 1000000 AS INT), DATEADD(SECOND, CAST({0} / 1000000 % 86400 AS INT), DATEADD(DAY, CAST({0} / 86400000000 AS INT), CAST('1970-01-01' AS DATETIME2(6)))))", SqlServer)]
    [Spelled("CAST(from_unixtime_nanos({0} * DECIMAL '1000') AT TIME ZONE 'UTC' AS TIMESTAMP(6))", Trino)]
    public static DateTime? FromEpochMicroseconds(long? microseconds) => microseconds is { } n ? DateTime.UnixEpoch.AddTicks(checked(n * TimeSpan.TicksPerMicrosecond)) : null;
}
