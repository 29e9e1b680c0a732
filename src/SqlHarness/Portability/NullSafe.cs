using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

/// <summary>Equality by which NULL equals NULL, on engines that hash it in joins: DuckDB 1.5 does, PostgreSQL 17 and ClickHouse 26.7 compare each row with each.</summary>
static class NullSafe
{
    /// <summary>Whether a dialect's engine hashes it.</summary>
    public static bool IsHashed(string dialect) => dialect == DuckDb;

    /// <summary>Whether two values are equal, or both are NULL.</summary>
    [Spelled("({0} IS NOT DISTINCT FROM {1})", DuckDb)]
    public static bool Matches<T>(T left, T right) => EqualityComparer<T>.Default.Equals(left, right);
}
