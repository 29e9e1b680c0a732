using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The smallest whole number that is not below a number.</summary>
    [Spelled("ceil({0})", Sqlite, DuckDb, Trino, ClickHouse)]
    [Spelled("CEILING({0})", BigQuery, Databricks, PostgreSql, MySql, MariaDb, SqlServer)]
    [Spelled("CEIL({0})", Snowflake)]
    public static double? Ceiling(double? number) => number is { } n ? Math.Ceiling(n) : null;

    /// <inheritdoc cref="Ceiling(double?)"/>
    [Spelled("({0} + ((-{0} % 1000000) + 1000000) % 1000000)", Sqlite)]
    [Spelled("ceil({0})", DuckDb, Trino, ClickHouse)]
    [Spelled("CEILING({0})", BigQuery, Databricks, PostgreSql, MySql, MariaDb, SqlServer)]
    [Spelled("CEIL({0})", Snowflake)]
    public static decimal? Ceiling(decimal? number) => number is { } n ? Math.Ceiling(n) : null;
}
