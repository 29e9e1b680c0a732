using System.Diagnostics.CodeAnalysis;
using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>A floating-point division; NULL where the divisor is 0.</summary>
    [Spelled("({0} / NULLIF({1}, 0))", Sqlite, DuckDb, Snowflake, Databricks, PostgreSql, Trino, MySql, MariaDb, ClickHouse, SqlServer)]
    [Spelled("SAFE_DIVIDE({0}, {1})", BigQuery)]
    [return: MaybeNull]
    public static double? SafeDivide(double? dividend, double? divisor) => divisor is 0 ? null : dividend / divisor;
}
