using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

/// <summary>
/// Arithmetic modulo a prime, in integers of 64 bits, which every engine calculates alike. Functions, where operators would say the same: linq2db 6.5.1 looks at the operands of an operator twice, and
/// at those of an operator in an operator four times.
/// </summary>
static class Modular
{
    /// <summary>The prime: products of two residues, and a sum of one, fit 64 bits.</summary>
    public const long Prime = 2_147_483_629;

    /// <summary>A number times a coefficient below the prime, as a remainder with its sign; the number must be nearer to zero than 2³².</summary>
    [Spelled("({0} * {1} % 2147483629)", Sqlite, DuckDb, Databricks, PostgreSql, Trino, MySql, MariaDb, SqlServer, ClickHouse)]
    [Spelled("MOD({0} * {1}, 2147483629)", BigQuery, Snowflake)]
    public static long? Term(long? coefficient, long? number) => coefficient * number % Prime;

    /// <summary>The sum of two numbers.</summary>
    [Spelled("({0} + {1})", Sqlite, DuckDb, Databricks, PostgreSql, Trino, MySql, MariaDb, SqlServer, ClickHouse, BigQuery, Snowflake)]
    public static long? Plus(long? one, long? other) => one + other;

    /// <summary>A number as a residue: from 0 and below the prime.</summary>
    [Spelled("(({0} % 2147483629 + 2147483629) % 2147483629)", Sqlite, DuckDb, Databricks, PostgreSql, Trino, MySql, MariaDb, SqlServer, ClickHouse)]
    [Spelled("MOD(MOD({0}, 2147483629) + 2147483629, 2147483629)", BigQuery, Snowflake)]
    public static long? Residue(long? number) => (number % Prime + Prime) % Prime;

    /// <summary>A polynomial of third degree of two residues: the square of the first times the second.</summary>
    [Spelled("({0} * {0} % 2147483629 * {1} % 2147483629)", Sqlite, DuckDb, Databricks, PostgreSql, Trino, MySql, MariaDb, SqlServer, ClickHouse)]
    [Spelled("MOD(MOD({0} * {0}, 2147483629) * {1}, 2147483629)", BigQuery, Snowflake)]
    public static long? Cube(long? one, long? other) => one * one % Prime * other % Prime;

    /// <summary>Which of so many segments a residue falls into. Its square scatters what follows a pattern.</summary>
    [Spelled("({0} * {0} % 2147483629 % {1})", Sqlite, DuckDb, Databricks, PostgreSql, Trino, MySql, MariaDb, SqlServer, ClickHouse)]
    [Spelled("MOD(MOD({0} * {0}, 2147483629), {1})", BigQuery, Snowflake)]
    public static long? Segment(long? residue, long? segments) => residue * residue % Prime % segments;

    /// <summary>The last nine digits of a number, with its sign.</summary>
    [Spelled("({0} % 1000000000)", Sqlite, DuckDb, Databricks, PostgreSql, Trino, MySql, MariaDb, SqlServer, ClickHouse)]
    [Spelled("MOD({0}, 1000000000)", BigQuery, Snowflake)]
    public static long? LowDigits(long? number) => number % 1_000_000_000;

    /// <summary>The nine digits before the last nine.</summary>
    [Spelled("({0} / 1000000000 % 1000000000)", Sqlite, PostgreSql, Trino, SqlServer)]
    [Spelled("({0} // 1000000000 % 1000000000)", DuckDb)]
    [Spelled("({0} DIV 1000000000 % 1000000000)", Databricks, MySql, MariaDb)]
    [Spelled("MOD(DIV({0}, 1000000000), 1000000000)", BigQuery)]
    [Spelled("MOD(TRUNC({0} / 1000000000), 1000000000)", Snowflake)]
    [Spelled("(intDiv({0}, 1000000000) % 1000000000)", ClickHouse)]
    public static long? MiddleDigits(long? number) => number / 1_000_000_000 % 1_000_000_000;

    /// <summary>All digits before the last nine.</summary>
    [Spelled("({0} / 1000000000)", Sqlite, PostgreSql, Trino, SqlServer)]
    [Spelled("({0} // 1000000000)", DuckDb)]
    [Spelled("({0} DIV 1000000000)", Databricks, MySql, MariaDb)]
    [Spelled("(DIV({0}, 1000000000))", BigQuery)]
    [Spelled("(TRUNC({0} / 1000000000))", Snowflake)]
    [Spelled("(intDiv({0}, 1000000000))", ClickHouse)]
    public static long? HighDigits(long? number) => number / 1_000_000_000;

    /// <summary>All digits before the last eighteen.</summary>
    [Spelled("({0} / 1000000000000000000)", Sqlite, PostgreSql, Trino, SqlServer)]
    [Spelled("({0} // 1000000000000000000)", DuckDb)]
    [Spelled("({0} DIV 1000000000000000000)", Databricks, MySql, MariaDb)]
    [Spelled("(DIV({0}, 1000000000000000000))", BigQuery)]
    [Spelled("(TRUNC({0} / 1000000000000000000))", Snowflake)]
    [Spelled("(intDiv({0}, 1000000000000000000))", ClickHouse)]
    public static long? HighestDigits(long? number) => number / 1_000_000_000_000_000_000;
}
