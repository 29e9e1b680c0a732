using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

/// <summary>Scatters values by the hash that an engine calculates fastest; no two engines scatter alike.</summary>
static class Scatter
{
    /// <summary>Over so many places.</summary>
    public const int Places = 1024;

    /// <summary>The place of a value; of NULL on DuckDB alone, where keys are not told apart from it first.</summary>
    [Spelled("(md5_low48(CAST({0} AS TEXT)) & 1023)", Sqlite)]
    [Spelled("CAST(hash({0}) % 1024 AS BIGINT)", DuckDb)]
    [Spelled("(hashtextextended(CAST({0} AS TEXT), 0) & 1023)", PostgreSql)]
    [Spelled("(CHECKSUM({0}) & 1023)", SqlServer)]
    [Spelled("toInt64(cityHash64({0}) % 1024)", ClickHouse)]
    [Spelled("(FARM_FINGERPRINT(FORMAT('%T', {0})) & 1023)", BigQuery)]
    [Spelled("BITAND(HASH({0}), 1023)", Snowflake)]
    [Spelled("(xxhash64({0}) & 1023)", Databricks)]
    [Spelled("bitwise_and(from_big_endian_64(xxhash64(to_utf8(CAST({0} AS VARCHAR)))), 1023)", Trino)]
    [Spelled("(CRC32({0}) & 1023)", MySql, MariaDb)]
    public static long Place<T>(T value) => EqualityComparer<T>.Default.GetHashCode(value!) & (Places - 1);
}
