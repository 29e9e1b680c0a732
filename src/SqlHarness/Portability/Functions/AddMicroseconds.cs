using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The instant so many microseconds later.</summary>
    // SQL Server's DATEADD takes 32 bits, so days, seconds and microseconds are added apart; PostgreSQL's interval is multiplied by a double, which whole days keep exact. DuckDB sums to
    // HUGEINT, and Databricks' TIMESTAMPADD took 32 bits before December 2024.
    [Spelled("({0} + {1})", Sqlite)]
    [Spelled("({0} + to_microseconds(CAST({1} AS BIGINT)))", DuckDb)]
    [Spelled("TIMESTAMP_ADD({0}, INTERVAL {1} MICROSECOND)", BigQuery)]
    [Spelled("DATEADD(MICROSECOND, {1}, {0})", Snowflake)]
    [Spelled("TIMESTAMPADD(MICROSECOND, {1}, {0})", MySql, MariaDb)]
    [Spelled("TIMESTAMP_MICROS(UNIX_MICROS({0}) + {1})", Databricks)]
    [Spelled("({0} + {1} / 86400000000 * INTERVAL '1 day' + {1} % 86400000000 * INTERVAL '1 microsecond')", PostgreSql)]
    [Spelled("addMicroseconds({0}, {1})", ClickHouse)]
    [Spelled("DATEADD(MICROSECOND, CAST({1} % 1000000 AS INT), DATEADD(SECOND, CAST({1} / 1000000 % 86400 AS INT), DATEADD(DAY, CAST({1} / 86400000000 AS INT), {0})))", SqlServer)]
    [Spelled("CAST(from_unixtime_nanos((date_diff('second', TIMESTAMP '1970-01-01 00:00:00', date_trunc('second', {0})) * 1000000"
        + " + CAST(rpad(split_part(CAST({0} AS VARCHAR), '.', 2), 6, '0') AS BIGINT) + {1}) * DECIMAL '1000') AT TIME ZONE 'UTC' AS TIMESTAMP(6))", Trino)]
    public static DateTime? AddMicroseconds(DateTime? time, long? microseconds) => microseconds is { } n ? time?.AddTicks(checked(n * TimeSpan.TicksPerMicrosecond)) : null;
}
