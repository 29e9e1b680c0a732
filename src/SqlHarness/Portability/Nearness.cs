using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

/// <summary>
/// Whether two floating-point numbers are certainly within a bound of each other, or certainly not, whatever an engine rounds: conversions to doubles, their difference and the bound can be off by a
/// few units in the last place. The bound is an absolute part, and a part of the number that is larger in magnitude. Of what is not finite neither is certain.
/// </summary>
static class Nearness
{
    // What rounding can be off by, as a part of the operands.
    const double Doubt = 4.5e-16, Huge = 1e300;

    /// <summary>Whether they are.</summary>
    [Spelled("({0} IS NOT NULL AND {1} IS NOT NULL AND ABS({0}) < 1E300 AND ABS({1}) < 1E300 AND ABS({0} - {1}) <= ({2} + {3} * (CASE WHEN ABS({0}) > ABS({1}) THEN ABS({0}) ELSE ABS({1}) END)) - 4.5E-16 * (ABS({0}) + ABS({1}) + ({2} + {3} * (CASE WHEN ABS({0}) > ABS({1}) THEN ABS({0}) ELSE ABS({1}) END))))",
        Sqlite, DuckDb, PostgreSql, MySql, MariaDb, ClickHouse, BigQuery, Snowflake, Databricks, SqlServer, Trino)]
    public static bool IsNear(double? left, double? right, double? absolute, double? relative) => Certain(left, right, absolute, relative) is { } c && c.Distance <= c.Bound - c.Doubt;

    /// <summary>Whether they are not.</summary>
    [Spelled("({0} IS NOT NULL AND {1} IS NOT NULL AND ABS({0}) < 1E300 AND ABS({1}) < 1E300 AND ABS({0} - {1}) > ({2} + {3} * (CASE WHEN ABS({0}) > ABS({1}) THEN ABS({0}) ELSE ABS({1}) END)) + 4.5E-16 * (ABS({0}) + ABS({1}) + ({2} + {3} * (CASE WHEN ABS({0}) > ABS({1}) THEN ABS({0}) ELSE ABS({1}) END))))",
        Sqlite, DuckDb, PostgreSql, MySql, MariaDb, ClickHouse, BigQuery, Snowflake, Databricks, SqlServer, Trino)]
    public static bool IsFar(double? left, double? right, double? absolute, double? relative) => Certain(left, right, absolute, relative) is { } c && c.Distance > c.Bound + c.Doubt;

    static (double Distance, double Bound, double Doubt)? Certain(double? left, double? right, double? absolute, double? relative)
    {
        if (left is not { } l || right is not { } r || !(Math.Abs(l) < Huge && Math.Abs(r) < Huge))
            return null;
        var bound = absolute!.Value + relative!.Value * Math.Max(Math.Abs(l), Math.Abs(r));
        return (Math.Abs(l - r), bound, Doubt * (Math.Abs(l) + Math.Abs(r) + bound));
    }
}
