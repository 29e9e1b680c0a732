using System.Diagnostics.CodeAnalysis;
using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>What a whole-number division leaves, with the dividend's sign; NULL where the divisor is 0.</summary>
    [Spelled("({0} % NULLIF({1}, 0))", Sqlite, DuckDb, Databricks, PostgreSql, Trino, MySql, MariaDb, SqlServer)]
    [Spelled("MOD({0}, NULLIF({1}, 0))", BigQuery, Snowflake)]
    [Spelled("moduloOrNull({0}, {1})", ClickHouse)]
    [return: MaybeNull]
    public static long? Remainder(long? dividend, long? divisor) => divisor is 0 ? null : dividend % divisor;
}
