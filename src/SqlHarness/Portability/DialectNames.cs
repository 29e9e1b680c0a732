using LinqToDB;
using LinqToDB.Mapping;

namespace SqlHarness.Portability;

/// <summary>The dialects that the portable functions are spelt in, by the names that the command and file names use.</summary>
public static class DialectNames
{
    /// <summary>BigQuery: GoogleSQL, times as TIMESTAMP.</summary>
    public const string BigQuery = "bigquery";

    /// <summary>ClickHouse, times as DateTime64(6, 'UTC').</summary>
    public const string ClickHouse = "clickhouse";

    /// <summary>Databricks: Spark SQL, times as TIMESTAMP in a session whose zone is UTC, or TIMESTAMP_NTZ.</summary>
    public const string Databricks = "databricks";

    /// <summary>DuckDB, times as TIMESTAMP.</summary>
    public const string DuckDb = "duckdb";

    /// <summary>MariaDB 10.6 or later, times as DATETIME(6).</summary>
    public const string MariaDb = "mariadb";

    /// <summary>MySQL 8, times as DATETIME(6).</summary>
    public const string MySql = "mysql";

    /// <summary>PostgreSQL 13 or later, times as TIMESTAMP.</summary>
    public const string PostgreSql = "postgresql";

    /// <summary>Snowflake, times as TIMESTAMP_NTZ(6).</summary>
    public const string Snowflake = "snowflake";

    /// <summary>SQLite 3.39 or later, times as INTEGER microseconds since 1970.</summary>
    public const string Sqlite = "sqlite";

    /// <summary>SQL Server 2022 or later, times as DATETIME2(6).</summary>
    public const string SqlServer = "sqlserver";

    /// <summary>Trino, times as TIMESTAMP(6).</summary>
    public const string Trino = "trino";

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<string> All { get; } =
        [BigQuery, ClickHouse, Databricks, DuckDb, MariaDb, MySql, PostgreSql, Snowflake, Sqlite, SqlServer, Trino];

    // linq2db's own configurations; each is looked for before the more general one behind it.
    static readonly (string Configuration, string Dialect)[] Configurations =
    [
        ("SQLite.Micros", Sqlite), ("DuckDB", DuckDb), ("PostgreSQL", PostgreSql), ("MariaDB.10", MariaDb), ("MySql", MySql), ("ClickHouse", ClickHouse), ("SqlServer", SqlServer),
    ];

    /// <summary>The dialect of a connection: a configuration that is a dialect's name, or one of linq2db's own.</summary>
    /// <exception cref="LinqToDBException">It is none of ours.</exception>
    internal static string Of(MappingSchema schema)
    {
        var configurations = schema.ConfigurationList;
        return All.FirstOrDefault(configurations.Contains)
            ?? Array.Find(Configurations, c => configurations.Contains(c.Configuration)).Dialect
            ?? throw new LinqToDBException(configurations.Any(c => c.StartsWith("SQLite", StringComparison.Ordinal))
                ? "SQLite with text dates cannot keep microseconds, so time operations are refused on it: use Engine.Sqlite(), which stores them as integers."
                : $"SqlHarness has no spelling of its portable functions for {configurations.FirstOrDefault() ?? "this connection"} yet.");
    }
}
