using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

/// <summary>Casts that comparisons need where the types of two sides differ; each keeps the value as it is.</summary>
static class Casts
{
    // Powers of two: to multiply by them rounds nothing.
    const double Split = 1L << 60, End = 1L << 62;

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

    /// <summary>A sum that fits 64 bits as such a number; engines widen sums, and what is wider is read many times slower.</summary>
    [Spelled("({0})", Sqlite, ClickHouse, BigQuery, Snowflake, Databricks, Trino)]
    [Spelled("CAST({0} AS BIGINT)", DuckDb, PostgreSql, SqlServer)]
    [Spelled("CAST({0} AS SIGNED)", MySql, MariaDb)]
    public static long? Narrow(long? sum) => sum;

    /// <summary>A constant as a number of 64 bits: ClickHouse finds no common type for constants of several widths, and SQL Server takes great ones for decimals.</summary>
    [Spelled("({0})", Sqlite, DuckDb, PostgreSql, BigQuery, Snowflake, Databricks, Trino, MySql, MariaDb)]
    [Spelled("toInt64({0})", ClickHouse)]
    [Spelled("CAST({0} AS BIGINT)", SqlServer)]
    public static long? Long(long? constant) => constant;

    /// <summary>An exact number in units of a power of ten, from which on it has no digits; it must fit.</summary>
    [Spelled("({0} / 1000000 * {1} + {0} % 1000000 * {1} / 1000000)", Sqlite)]
    [Spelled("CAST({0} * {1} AS BIGINT)", DuckDb, PostgreSql, Databricks, SqlServer, Trino)]
    [Spelled("CAST({0} * {1} AS INT64)", BigQuery)]
    [Spelled("CAST({0} * {1} AS NUMBER(38, 0))", Snowflake)]
    [Spelled("CAST({0} * {1} AS SIGNED)", MySql, MariaDb)]
    [Spelled("(toInt64({0}) * {1} + toInt64((toDecimal128({0}, 18) - toInt64({0})) * {1}))", ClickHouse)]
    public static long? Scaled(decimal? number, long? units) => (long?)(number * units);

    /// <summary>An exact number's whole part.</summary>
    [Spelled("({0} / 1000000)", Sqlite)]
    [Spelled("CAST(trunc({0}) AS BIGINT)", DuckDb, PostgreSql)]
    [Spelled("CAST({0} AS BIGINT)", Databricks, SqlServer)]
    [Spelled("CAST(truncate({0}) AS BIGINT)", Trino)]
    [Spelled("CAST(TRUNC({0}) AS INT64)", BigQuery)]
    [Spelled("TRUNC({0})", Snowflake)]
    [Spelled("CAST(TRUNCATE({0}, 0) AS SIGNED)", MySql, MariaDb)]
    [Spelled("toInt64({0})", ClickHouse)]
    public static long? Whole(decimal? number) => (long?)number;

    /// <summary>The first nine digits behind an exact number's point, with its sign.</summary>
    [Spelled("({0} % 1000000 * 1000)", Sqlite)]
    [Spelled("CAST(trunc(CAST({0} - trunc({0}) AS DECIMAL(19, 18)) * 1000000000) AS BIGINT)", DuckDb, PostgreSql)]
    [Spelled("CAST(CAST({0} % 1 AS DECIMAL(19, 18)) * 1000000000 AS BIGINT)", Databricks, SqlServer)]
    [Spelled("CAST(truncate(CAST({0} % 1 AS DECIMAL(19, 18)) * 1000000000) AS BIGINT)", Trino)]
    [Spelled("CAST(TRUNC(({0} - TRUNC({0})) * 1000000000) AS INT64)", BigQuery)]
    [Spelled("TRUNC(({0} - TRUNC({0})) * 1000000000)", Snowflake)]
    [Spelled("CAST(TRUNCATE(({0} - TRUNCATE({0}, 0)) * 1000000000, 0) AS SIGNED)", MySql, MariaDb)]
    [Spelled("toInt64((toDecimal128({0}, 18) - toInt64({0})) * 1000000000)", ClickHouse)]
    public static long? Billionths(decimal? number) => (long?)(number % 1 * 1_000_000_000);

    /// <summary>The nine digits behind those.</summary>
    [Spelled("({0} - {0})", Sqlite)]
    [Spelled("CAST(trunc((CAST({0} - trunc({0}) AS DECIMAL(19, 18)) * 1000000000 - trunc(CAST({0} - trunc({0}) AS DECIMAL(19, 18)) * 1000000000)) * 1000000000) AS BIGINT)", PostgreSql)]
    [Spelled("CAST(trunc(CAST(CAST({0} - trunc({0}) AS DECIMAL(19, 18)) * 1000000000 - trunc(CAST({0} - trunc({0}) AS DECIMAL(19, 18)) * 1000000000) AS DECIMAL(19, 18)) * 1000000000) AS BIGINT)", DuckDb)]
    [Spelled("CAST(CAST(CAST({0} % 1 AS DECIMAL(19, 18)) * 1000000000 % 1 AS DECIMAL(19, 18)) * 1000000000 AS BIGINT)", Databricks, SqlServer)]
    [Spelled("CAST(truncate(CAST(CAST({0} % 1 AS DECIMAL(19, 18)) * 1000000000 % 1 AS DECIMAL(19, 18)) * 1000000000) AS BIGINT)", Trino)]
    [Spelled("CAST(TRUNC((({0} - TRUNC({0})) * 1000000000 - TRUNC(({0} - TRUNC({0})) * 1000000000)) * 1000000000) AS INT64)", BigQuery)]
    [Spelled("TRUNC((({0} - TRUNC({0})) * 1000000000 - TRUNC(({0} - TRUNC({0})) * 1000000000)) * 1000000000)", Snowflake)]
    [Spelled("CAST(TRUNCATE((({0} - TRUNCATE({0}, 0)) * 1000000000 - TRUNCATE(({0} - TRUNCATE({0}, 0)) * 1000000000, 0)) * 1000000000, 0) AS SIGNED)", MySql, MariaDb)]
    [Spelled("toInt64(((toDecimal128({0}, 18) - toInt64({0})) * 1000000000 - toInt64((toDecimal128({0}, 18) - toInt64({0})) * 1000000000)) * 1000000000)", ClickHouse)]
    public static long? Quintillionths(decimal? number) => (long?)(number % 1 * 1_000_000_000 % 1 * 1_000_000_000);

    /// <summary>A floating-point number's whole part; 0 beyond ±2⁶².</summary>
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST({0} AS INTEGER) WHEN {0} IS NOT NULL THEN 0 END)", Sqlite)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(trunc({0}) AS BIGINT) WHEN {0} IS NOT NULL THEN 0 END)", DuckDb, PostgreSql)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST({0} AS BIGINT) WHEN {0} IS NOT NULL THEN 0 END)", Databricks)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST({0} AS BIGINT) WHEN {0} IS NOT NULL THEN 0 END)", SqlServer)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(truncate({0}) AS BIGINT) WHEN {0} IS NOT NULL THEN 0 END)", Trino)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(TRUNC({0}) AS INT64) WHEN {0} IS NOT NULL THEN 0 END)", BigQuery)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(TRUNC({0}) AS NUMBER(38, 0)) WHEN {0} IS NOT NULL THEN 0 END)", Snowflake)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(TRUNCATE({0}, 0) AS SIGNED) WHEN {0} IS NOT NULL THEN 0 END)", MySql, MariaDb)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN toInt64({0}) WHEN {0} IS NOT NULL THEN 0 END)", ClickHouse)]
    public static long? Whole(double? number) => Math.Abs(number ?? 0) < End ? (long?)number : number is null ? null : 0;

    /// <summary>What is behind a floating-point number's point, in 2⁻⁶⁰, its own fraction cut off; 0 beyond ±2⁶².</summary>
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST((({0} - CAST({0} AS INTEGER)) * 1152921504606846976.0) AS INTEGER) WHEN {0} IS NOT NULL THEN 0 END)", Sqlite)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(trunc((({0} - trunc({0})) * CAST(1152921504606846976 AS DOUBLE PRECISION))) AS BIGINT) WHEN {0} IS NOT NULL THEN 0 END)", DuckDb, PostgreSql)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST((({0} - CAST({0} AS BIGINT)) * CAST(1152921504606846976 AS DOUBLE)) AS BIGINT) WHEN {0} IS NOT NULL THEN 0 END)", Databricks)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST((({0} - CAST({0} AS BIGINT)) * CAST(1152921504606846976 AS FLOAT)) AS BIGINT) WHEN {0} IS NOT NULL THEN 0 END)", SqlServer)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(truncate((({0} - truncate({0})) * 1152921504606846976E0)) AS BIGINT) WHEN {0} IS NOT NULL THEN 0 END)", Trino)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(TRUNC((({0} - TRUNC({0})) * 1152921504606846976.0)) AS INT64) WHEN {0} IS NOT NULL THEN 0 END)", BigQuery)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(TRUNC((({0} - TRUNC({0})) * 1152921504606846976::FLOAT)) AS NUMBER(38, 0)) WHEN {0} IS NOT NULL THEN 0 END)", Snowflake)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(TRUNCATE((({0} - TRUNCATE({0}, 0)) * 1152921504606846976E0), 0) AS SIGNED) WHEN {0} IS NOT NULL THEN 0 END)", MySql, MariaDb)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN toInt64((({0} - trunc({0})) * 1152921504606846976.)) WHEN {0} IS NOT NULL THEN 0 END)", ClickHouse)]
    public static long? Fraction(double? number) => Math.Abs(number ?? 0) < End ? (long?)(number % 1 * Split) : number is null ? null : 0;

    /// <summary>That fraction, in 2⁻⁶⁰ of it.</summary>
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST((((({0} - CAST({0} AS INTEGER)) * 1152921504606846976.0) - CAST((({0} - CAST({0} AS INTEGER)) * 1152921504606846976.0) AS INTEGER)) * 1152921504606846976.0) AS INTEGER) WHEN {0} IS NOT NULL THEN 0 END)", Sqlite)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(trunc((((({0} - trunc({0})) * CAST(1152921504606846976 AS DOUBLE PRECISION)) - trunc((({0} - trunc({0})) * CAST(1152921504606846976 AS DOUBLE PRECISION)))) * CAST(1152921504606846976 AS DOUBLE PRECISION))) AS BIGINT) WHEN {0} IS NOT NULL THEN 0 END)", DuckDb, PostgreSql)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST((((({0} - CAST({0} AS BIGINT)) * CAST(1152921504606846976 AS DOUBLE)) - CAST((({0} - CAST({0} AS BIGINT)) * CAST(1152921504606846976 AS DOUBLE)) AS BIGINT)) * CAST(1152921504606846976 AS DOUBLE)) AS BIGINT) WHEN {0} IS NOT NULL THEN 0 END)", Databricks)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST((((({0} - CAST({0} AS BIGINT)) * CAST(1152921504606846976 AS FLOAT)) - CAST((({0} - CAST({0} AS BIGINT)) * CAST(1152921504606846976 AS FLOAT)) AS BIGINT)) * CAST(1152921504606846976 AS FLOAT)) AS BIGINT) WHEN {0} IS NOT NULL THEN 0 END)", SqlServer)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(truncate((((({0} - truncate({0})) * 1152921504606846976E0) - truncate((({0} - truncate({0})) * 1152921504606846976E0))) * 1152921504606846976E0)) AS BIGINT) WHEN {0} IS NOT NULL THEN 0 END)", Trino)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(TRUNC((((({0} - TRUNC({0})) * 1152921504606846976.0) - TRUNC((({0} - TRUNC({0})) * 1152921504606846976.0))) * 1152921504606846976.0)) AS INT64) WHEN {0} IS NOT NULL THEN 0 END)", BigQuery)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(TRUNC((((({0} - TRUNC({0})) * 1152921504606846976::FLOAT) - TRUNC((({0} - TRUNC({0})) * 1152921504606846976::FLOAT))) * 1152921504606846976::FLOAT)) AS NUMBER(38, 0)) WHEN {0} IS NOT NULL THEN 0 END)", Snowflake)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN CAST(TRUNCATE((((({0} - TRUNCATE({0}, 0)) * 1152921504606846976E0) - TRUNCATE((({0} - TRUNCATE({0}, 0)) * 1152921504606846976E0), 0)) * 1152921504606846976E0), 0) AS SIGNED) WHEN {0} IS NOT NULL THEN 0 END)", MySql, MariaDb)]
    [Spelled("(CASE WHEN ABS({0}) < 4611686018427387904 THEN toInt64((((({0} - trunc({0})) * 1152921504606846976.) - trunc((({0} - trunc({0})) * 1152921504606846976.))) * 1152921504606846976.)) WHEN {0} IS NOT NULL THEN 0 END)", ClickHouse)]
    public static long? FractionOfFraction(double? number) => Math.Abs(number ?? 0) < End ? (long?)(number % 1 * Split % 1 * Split) : number is null ? null : 0;

    /// <summary>An exact number as its engine writes it.</summary>
    [Spelled("(CASE WHEN {0} IS NOT NULL THEN CASE WHEN {0} < 0 THEN '-' ELSE '' END || printf('%d.%06d', ABS({0} / 1000000), ABS({0} % 1000000)) END)", Sqlite)]
    [Spelled("CAST({0} AS VARCHAR)", DuckDb, Trino)]
    [Spelled("CAST({0} AS TEXT)", PostgreSql)]
    [Spelled("CAST({0} AS STRING)", BigQuery, Databricks)]
    [Spelled("TO_VARCHAR({0})", Snowflake)]
    [Spelled("CAST({0} AS CHAR)", MySql, MariaDb)]
    [Spelled("CAST({0} AS VARCHAR(64))", SqlServer)]
    [Spelled("toString({0})", ClickHouse)]
    public static string? Written(decimal? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A floating-point number as its engine writes it, so that it is read as the same.</summary>
    [Spelled("(CASE WHEN {0} IS NOT NULL THEN printf('%!.17g', {0}) END)", Sqlite)]
    [Spelled("CAST({0} AS VARCHAR)", DuckDb, Trino)]
    [Spelled("CAST({0} AS TEXT)", PostgreSql)]
    [Spelled("CAST({0} AS STRING)", BigQuery, Databricks)]
    [Spelled("TO_VARCHAR({0})", Snowflake)]
    [Spelled("CAST({0} AS CHAR)", MySql, MariaDb)]
    [Spelled("CONVERT(VARCHAR(64), {0}, 3)", SqlServer)]
    [Spelled("toString({0})", ClickHouse)]
    public static string? Written(double? number) => number?.ToString("R", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>An instant as its engine writes it, in UTC.</summary>
    [Spelled("(strftime('%Y-%m-%d %H:%M:%S', ({0} - ({0} % 1000000 + 1000000) % 1000000) / 1000000, 'unixepoch') || printf('.%06d', ({0} % 1000000 + 1000000) % 1000000))", Sqlite)]
    [Spelled("CAST({0} AS VARCHAR)", DuckDb, Trino)]
    [Spelled("CAST({0} AS TEXT)", PostgreSql)]
    [Spelled("CAST({0} AS STRING)", BigQuery, Databricks)]
    [Spelled("TO_VARCHAR({0}, 'YYYY-MM-DD HH24:MI:SS.FF6')", Snowflake)]
    [Spelled("CAST({0} AS CHAR)", MySql, MariaDb)]
    [Spelled("CONVERT(VARCHAR(64), {0}, 121)", SqlServer)]
    [Spelled("toString(toTimeZone({0}, 'UTC'))", ClickHouse)]
    public static string? Written(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm:ss.ffffff", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>A floating-point number whose 0 has no sign, and whose NaN is one: ClickHouse groups and joins by bits.</summary>
    [Spelled("({0})", Sqlite, DuckDb, PostgreSql, BigQuery, Snowflake, Databricks, Trino, MySql, MariaDb, SqlServer)]
    [Spelled("if(isNaN({0}), nan, {0} + 0)", ClickHouse)]
    public static double? OneZero(double? number) => number + 0.0;

    /// <summary>A UUID in lower case with hyphens.</summary>
    [Spelled("LOWER({0})", Sqlite, BigQuery, Snowflake, Databricks, MySql, MariaDb)]
    [Spelled("CAST({0} AS VARCHAR)", DuckDb, Trino)]
    [Spelled("CAST({0} AS TEXT)", PostgreSql)]
    [Spelled("LOWER(CAST({0} AS CHAR(36)))", SqlServer)]
    [Spelled("toString({0})", ClickHouse)]
    public static string? UuidText(Guid? uuid) => uuid?.ToString("D");
}
