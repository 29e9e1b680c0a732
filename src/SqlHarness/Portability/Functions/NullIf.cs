using System.Diagnostics.CodeAnalysis;
using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

public static partial class Portable
{
    /// <summary>A value, or NULL where it equals another.</summary>
    [Spelled("NULLIF({0}, {1})", Sqlite, DuckDb, BigQuery, Snowflake, Databricks, PostgreSql, Trino, MySql, MariaDb, ClickHouse, SqlServer)]
    [return: MaybeNull]
    public static T? NullIf<T>(T? value, T? other) where T : struct, IEquatable<T> => value is { } v && other is { } o && v.Equals(o) ? null : value;

    /// <summary>A text, or NULL where it equals another by code point.</summary>
    [Spelled("NULLIF({0}, {1})", Sqlite, DuckDb, BigQuery, Snowflake, Databricks, PostgreSql, Trino, ClickHouse)]
    [Spelled("NULLIF({0} " + TextSpellings.MySql + ", {1})", MySql)]
    [Spelled("NULLIF({0} " + TextSpellings.MariaDb + ", {1})", MariaDb)]
    [Spelled("NULLIF({0} " + TextSpellings.SqlServer + ", {1})", SqlServer)]
    [return: MaybeNull]
    public static string? NullIf(string? value, string? other) => value is not null && value == other ? null : value;
}
