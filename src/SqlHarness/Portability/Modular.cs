using static SqlHarness.Portability.DialectNames;

namespace SqlHarness.Portability;

/// <summary>
/// Arithmetic modulo primes in integers of 64 bits, which every engine calculates alike; remainders keep the sign. Functions, where operators would say the same: linq2db 6.5.1 looks at the operands of
/// an operator twice, and at those of an operator in an operator four times.
/// </summary>
static class Modular
{
    /// <summary>Two primes below 2³¹, so that the product of two remainders fits 64 bits. Neither is one more than a multiple of three, so that different remainders have different cubes; the first is three more than one of four.</summary>
    public const long Prime = 2_147_483_579, OtherPrime = 2_147_483_549;

    /// <summary>Coefficients are below it: eight of their products with remainders add up in 64 bits.</summary>
    public const long CoefficientsEnd = 1L << 28;

    /// <summary>A coefficient times a number that is nearer to zero than 2³².</summary>
    [Spelled("({0} * {1})", Sqlite, DuckDb, Databricks, PostgreSql, Trino, MySql, MariaDb, SqlServer, ClickHouse, BigQuery, Snowflake)]
    public static long? Narrow(long? coefficient, long? number) => coefficient * number;

    /// <summary>A coefficient times any number's remainder.</summary>
    [Spelled("({0} * ({1} % {2}))", Sqlite, DuckDb, Databricks, PostgreSql, Trino, MySql, MariaDb, SqlServer, ClickHouse)]
    [Spelled("({0} * MOD({1}, {2}))", BigQuery, Snowflake)]
    public static long? Wide(long? coefficient, long? number, long? prime) => coefficient * (number % prime);

    /// <summary>The sum of two numbers.</summary>
    [Spelled("({0} + {1})", Sqlite, DuckDb, Databricks, PostgreSql, Trino, MySql, MariaDb, SqlServer, ClickHouse, BigQuery, Snowflake)]
    public static long? Plus(long? one, long? other) => one + other;

    /// <summary>A number's remainder.</summary>
    [Spelled("({0} % {1})", Sqlite, DuckDb, Databricks, PostgreSql, Trino, MySql, MariaDb, SqlServer, ClickHouse)]
    [Spelled("MOD({0}, {1})", BigQuery, Snowflake)]
    public static long? Remainder(long? number, long? prime) => number % prime;

    /// <summary>A remainder's third power.</summary>
    [Spelled("({0} * {0} % {1} * {0} % {1})", Sqlite, DuckDb, Databricks, PostgreSql, Trino, MySql, MariaDb, SqlServer, ClickHouse)]
    [Spelled("MOD(MOD({0} * {0}, {1}) * {0}, {1})", BigQuery, Snowflake)]
    public static long? Cube(long? remainder, long? prime) => remainder * remainder % prime * remainder % prime;

    /// <summary>The remainder of two remainders' product.</summary>
    [Spelled("({0} * {1} % {2})", Sqlite, DuckDb, Databricks, PostgreSql, Trino, MySql, MariaDb, SqlServer, ClickHouse)]
    [Spelled("MOD({0} * {1}, {2})", BigQuery, Snowflake)]
    public static long? Product(long? one, long? other, long? prime) => one * other % prime;

    /// <summary>Which of so many parts a remainder falls into, from 0. Its square scatters what follows a pattern.</summary>
    [Spelled("({0} * {0} % 2147483579 % {1})", Sqlite, DuckDb, Databricks, PostgreSql, Trino, MySql, MariaDb, SqlServer, ClickHouse)]
    [Spelled("MOD(MOD({0} * {0}, 2147483579), {1})", BigQuery, Snowflake)]
    public static long? Part(long? remainder, long? parts) => remainder * remainder % Prime % parts;
}
