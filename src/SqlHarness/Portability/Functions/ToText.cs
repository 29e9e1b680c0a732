using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>A whole number in decimal digits, with a minus where it is negative.</summary>
    [Spelled("CAST({0} AS TEXT)", Sqlite, PostgreSql)]
    [Spelled("CAST({0} AS VARCHAR)", DuckDb, Snowflake, Trino)]
    [Spelled("CAST({0} AS STRING)", BigQuery, Databricks)]
    [Spelled("CAST({0} AS CHAR)", MySql, MariaDb)]
    [Spelled("toString({0})", ClickHouse)]
    [Spelled("CAST({0} AS NVARCHAR(20))", SqlServer)]
    public static string? ToText(long? number) => number?.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
