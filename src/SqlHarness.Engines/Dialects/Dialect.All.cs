using SqlHarness.Tables;

namespace SqlHarness.Engines.Dialects;

/// <summary>The dialects there are.</summary>
public abstract partial class Dialect
{
    /// <summary>BigQuery's GoogleSQL.</summary>
    public static Dialect BigQuery { get; } = new BigQueryDialect();

    /// <summary>ClickHouse.</summary>
    public static Dialect ClickHouse { get; } = new ClickHouseDialect();

    /// <summary>Databricks: Spark SQL.</summary>
    public static Dialect Databricks { get; } = new DatabricksDialect();

    /// <summary>DuckDB.</summary>
    public static Dialect DuckDb { get; } = new DuckDbDialect();

    /// <summary>MariaDB.</summary>
    public static Dialect MariaDb { get; } = new MariaDbDialect();

    /// <summary>MySQL.</summary>
    public static Dialect MySql { get; } = new MySqlDialect();

    /// <summary>PostgreSQL.</summary>
    public static Dialect PostgreSql { get; } = new PostgreSqlDialect();

    /// <summary>Snowflake.</summary>
    public static Dialect Snowflake { get; } = new SnowflakeDialect();

    /// <summary>SQLite, with times as INTEGER microseconds.</summary>
    public static Dialect Sqlite { get; } = new SqliteDialect();

    /// <summary>SQL Server: T-SQL.</summary>
    public static Dialect SqlServer { get; } = new SqlServerDialect();

    /// <summary>Trino.</summary>
    public static Dialect Trino { get; } = new TrinoDialect();

    /// <summary>All of them, by name.</summary>
    public static IReadOnlyList<Dialect> All { get; } = [BigQuery, ClickHouse, Databricks, DuckDb, MariaDb, MySql, PostgreSql, Snowflake, Sqlite, SqlServer, Trino];

    /// <summary>The dialect of a name, as <see cref="Name"/> spells it.</summary>
    /// <exception cref="DialectException">There is none; the message names the nearest.</exception>
    public static Dialect Named(string name) => All.FirstOrDefault(d => d.Name.Equals(name, StringComparison.OrdinalIgnoreCase))
        ?? throw new DialectException($"There is no dialect {name}{(NearestName.Of(name, All.Select(d => d.Name)) is { } near ? $" (is {near} meant?)" : "")}; there are {string.Join(", ", All)}.");
}
