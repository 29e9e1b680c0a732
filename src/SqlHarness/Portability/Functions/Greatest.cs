using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>The greater of two values; NULL where either is, while some engines' GREATEST passes over NULL.</summary>
    [Spelled("max({0}, {1})", Sqlite)]
    [Spelled("GREATEST({0}, {1})", BigQuery, Snowflake, Trino, MySql, MariaDb)]
    [Spelled("(CASE WHEN {0} >= {1} THEN {0} WHEN {0} < {1} THEN {1} END)", DuckDb, Databricks, PostgreSql, ClickHouse, SqlServer)]
    public static T? Greatest<T>(T? left, T? right) where T : struct, IComparable<T> => left is { } l && right is { } r ? l.CompareTo(r) >= 0 ? l : r : null;
}
