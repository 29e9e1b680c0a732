using System.Data.Common;
using LinqToDB;
using LinqToDB.Data;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.DuckDb;
using SqlHarness.Engines.Servers;
using SqlHarness.Engines.Sqlite;

namespace SqlHarness.Engines;

/// <summary>A database that runs queries under SqlHarness's contract. Cheap to make; nothing is opened before <see cref="OpenAsync"/>.</summary>
public abstract class Engine
{
    /// <summary>SQLite, with times as INTEGER microseconds, guids as lower-case text and decimals as scaled integers.</summary>
    /// <param name="file">A database file, in which only temporary tables are made; <see langword="null"/> for a database of its own in memory per workspace.</param>
    public static Engine Sqlite(string? file = null) => new SqliteEngine(file);

    /// <summary>DuckDB, with every timestamp in UTC.</summary>
    /// <param name="file">A database file, in which only temporary tables are made; <see langword="null"/> for a database of its own in memory per workspace.</param>
    /// <param name="threads">The threads a query may use; by default as many as there are cores.</param>
    /// <param name="memoryLimit">The memory a query may use before it spills, as DuckDB spells it (<c>2GB</c>); by default DuckDB's own, 80 % of the machine's.</param>
    public static Engine DuckDb(string? file = null, int? threads = null, string? memoryLimit = null) => new DuckDbEngine(file, threads, memoryLimit);

    /// <summary>
    /// A server, by your own driver: PostgreSQL (Npgsql), MariaDB and MySQL (MySqlConnector), ClickHouse (ClickHouse.Driver) and SQL Server (Microsoft.Data.SqlClient) through linq2db's providers; these by
    /// any other driver, and BigQuery, Snowflake, Databricks and Trino by any driver at all, run the text that the dialect prints. Work happens in temporary tables, or in a schema named
    /// <c>sqlharness_…</c> that is made for it and dropped.
    /// </summary>
    /// <param name="dialect">The server's dialect.</param>
    /// <param name="connect">Makes a connection, not opened: <c>() => new NpgsqlConnection(connectionString)</c>. Its connection string is never logged, and kept out of messages.</param>
    /// <param name="printed">Whether the dialect's own text is run also where linq2db has a provider: it is what <c>port</c> prints.</param>
    /// <exception cref="EngineException">The dialect's engine is embedded.</exception>
    public static Engine For(Dialect dialect, Func<DbConnection> connect, bool printed = false)
    {
        ArgumentNullException.ThrowIfNull(dialect);
        ArgumentNullException.ThrowIfNull(connect);
        return new ServerEngine(dialect, connect, printed);
    }

    /// <summary>The engine's name as the command spells it: <c>sqlite</c>, <c>duckdb</c>.</summary>
    public abstract string Name { get; }

    /// <summary>How many connections may well work at once.</summary>
    internal virtual int Workers => Environment.ProcessorCount;

    /// <summary>Opens a connection with a work area of its own, after the engine's semantics were checked against the contract once.</summary>
    /// <exception cref="EngineException">The engine cannot be opened or breaks the contract.</exception>
    public Task<Workspace> OpenAsync(CancellationToken cancellationToken = default) => OpenOnAsync(Connect, cancellationToken);

    /// <summary>The same on a connection of another class, for what looks at statements on their way to the engine.</summary>
    /// <param name="connect">Makes the connection from the engine's options; what it adds to them must be the same objects each time, since linq2db keys its cache of translated queries by them.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal abstract Task<Workspace> OpenOnAsync(Func<DataOptions, DataConnection> connect, CancellationToken cancellationToken);

    /// <summary>Makes a connection of linq2db's.</summary>
    private protected virtual DataConnection Connect(DataOptions options) => new(options);

    /// <summary>The same, for tests that are not async.</summary>
    public Workspace Open() => OpenAsync().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override string ToString() => Name;
}
