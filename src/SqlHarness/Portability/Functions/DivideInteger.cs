using System.Diagnostics.CodeAnalysis;
using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>A whole-number division that truncates; NULL where the divisor is 0, for which C#'s / throws.</summary>
    [Spelled("({0} / NULLIF({1}, 0))", Sqlite, PostgreSql, Trino, SqlServer)]
    [Spelled("({0} // NULLIF({1}, 0))", DuckDb)]
    [Spelled("DIV({0}, NULLIF({1}, 0))", BigQuery)]
    [Spelled("CAST(({0} - MOD({0}, NULLIF({1}, 0))) / NULLIF({1}, 0) AS BIGINT)", Snowflake)]
    [Spelled("({0} DIV NULLIF({1}, 0))", Databricks, MySql, MariaDb)]
    [Spelled("intDivOrNull({0}, {1})", ClickHouse)]
    [return: MaybeNull]
    public static long? DivideInteger(long? dividend, long? divisor) => divisor is 0 ? null : dividend / divisor;
}
