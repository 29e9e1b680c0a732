using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>An exact number rounded to so many digits after the point, half away from zero; <c>Math.Round</c> rounds half to even unless told otherwise.</summary>
    /// <param name="number">The number.</param>
    /// <param name="digits">0 to 6.</param>
    // SQLite has decimals as millionths.
    [Spelled("(({0} + (CASE WHEN {0} < 0 THEN -1 ELSE 1 END) * (" + Millionths + " / 2)) / " + Millionths + " * " + Millionths + ")", Sqlite)]
    [Spelled("round({0}, {1})", DuckDb, ClickHouse, Trino)]
    [Spelled("ROUND({0}, {1})", BigQuery, Snowflake, Databricks, PostgreSql, MySql, MariaDb, SqlServer)]
    public static decimal? Round(decimal? number, int digits) => number is { } n ? Math.Round(n, digits, MidpointRounding.AwayFromZero) : null;

    /// <summary>A number rounded to a whole one, half away from zero: the absolute value plus a half, floored.</summary>
    [Spelled("(CASE WHEN {0} < 0 THEN -floor(0.5 - {0}) ELSE floor({0} + 0.5) END)", Sqlite, DuckDb, BigQuery, Snowflake, Databricks, Trino, PostgreSql, MySql, MariaDb, ClickHouse, SqlServer)]
    public static double? Round(double? number) => number is { } n ? n < 0 ? -Math.Floor(0.5 - n) : Math.Floor(n + 0.5) : null;

    const string Millionths = "(CASE {1} WHEN 0 THEN 1000000 WHEN 1 THEN 100000 WHEN 2 THEN 10000 WHEN 3 THEN 1000 WHEN 4 THEN 100 WHEN 5 THEN 10 ELSE 1 END)";
}
