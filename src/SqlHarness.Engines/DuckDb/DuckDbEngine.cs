using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;
using LinqToDB;
using LinqToDB.Data;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Semantics;
using SqlHarness.Portability;

namespace SqlHarness.Engines.DuckDb;

/// <summary>DuckDB, embedded.</summary>
sealed class DuckDbEngine : Engine
{
    static readonly Preflight Preflight = new("DuckDB", SemanticRules.Of(Dialect.DuckDb, null));

    readonly string? _file;
    readonly DataOptions _options;

    public DuckDbEngine(string? file, int? threads, string? memoryLimit)
    {
        _file = file;
        var connection = new DbConnectionStringBuilder { ["Data Source"] = file ?? ":memory:" };
        if (threads is { } count)
            connection["threads"] = count.ToString(CultureInfo.InvariantCulture);
        if (memoryLimit is not null)
            connection["memory_limit"] = memoryLimit;
        // linq2db keys its cache of translated queries by the options' values; equal text in every workspace keeps it warm.
        _options = new DataOptions().UseConnectionString(UtcProvider.Instance, connection.ConnectionString).UseInterceptor(DuckDbCancellation.Instance).UseSqlHarness();
    }

    public override string Name => "duckdb";

    internal override async Task<Workspace> OpenOnAsync(Func<DataOptions, DataConnection> connect, CancellationToken cancellationToken)
    {
        var connection = connect(_options);
        try
        {
            var opened = await connection.OpenDbConnectionAsync(cancellationToken).ConfigureAwait(false);
            await connection.ExecuteAsync("SET TimeZone = 'UTC'", cancellationToken).ConfigureAwait(false);
            if (await Preflight.RunAsync(opened, opened.ServerVersion, cancellationToken).ConfigureAwait(false) is { } refusals)
                connection.AddInterceptor(refusals);
            return new DuckDbWorkspace(connection, opened.ServerVersion, temporary: _file is not null);
        }
        catch (Exception exception)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            if (exception is DuckDBException or IOException or ArgumentException)
                throw new EngineException($"DuckDB cannot open {_file ?? "a database in memory"}: {EngineWorkspace.FirstLine(exception)}", exception);
            throw;
        }
    }
}
