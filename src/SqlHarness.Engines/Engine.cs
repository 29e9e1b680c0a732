using System.Data.Common;
using LinqToDB.Data;
using SqlHarness.Engines.DuckDb;
using SqlHarness.Engines.Sqlite;

namespace SqlHarness.Engines;

/// <summary>A database that runs queries under SqlHarness's contract. Cheap to make; nothing is opened before <see cref="OpenAsync"/>.</summary>
public abstract class Engine
{
    /// <summary>The engine's name as the command spells it: <c>sqlite</c>, <c>duckdb</c>.</summary>
    public abstract string Name { get; }

    /// <summary>SQLite with times as INTEGER microseconds. Without a file each workspace is a database of its own, in memory.</summary>
    public static Engine Sqlite(string? file = null) => new SqliteEngine(file);

    /// <summary>DuckDB. Without a file each workspace is a database of its own, in memory.</summary>
    public static Engine DuckDb(string? file = null) => new DuckDbEngine(file);

    /// <summary>Opens a connection with a work area of its own.</summary>
    /// <exception cref="EngineException">The engine cannot be opened; the message says why.</exception>
    public abstract Task<Workspace> OpenAsync(CancellationToken cancellationToken = default);

    /// <summary>The same, for tests that are not async.</summary>
    public Workspace Open() => OpenAsync().GetAwaiter().GetResult();

    /// <inheritdoc/>
    public override string ToString() => Name;

    private protected async Task<Workspace> OpenedAsync(DataConnection connection, string? file, string versionQuery, CancellationToken cancellationToken)
    {
        try
        {
            var version = await connection.ExecuteAsync<string>(versionQuery, cancellationToken).ConfigureAwait(false);
            return new Workspace(connection, version, isTemporary: file is not null);
        }
        catch (DbException e)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw new EngineException($"{Name} cannot open {file ?? "a database in memory"}: {e.Message}", e);
        }
    }
}
