using LinqToDB;
using LinqToDB.Data;
using Microsoft.Data.Sqlite;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Semantics;
using SqlHarness.Portability;

namespace SqlHarness.Engines.Sqlite;

/// <summary>SQLite, embedded.</summary>
sealed class SqliteEngine : Engine
{
    static readonly Preflight Preflight = new("SQLite", SemanticRules.Of(Dialect.Sqlite, null));

    readonly string? _file;
    readonly DataOptions _options;

    public SqliteEngine(string? file)
    {
        _file = file;
        // A pooled connection would keep the file open, and its temporary tables, after disposal.
        var connection = new SqliteConnectionStringBuilder { DataSource = file ?? ":memory:", Pooling = false };
        // linq2db keys its cache of translated queries by the options' values; equal text in every workspace keeps it warm.
        _options = new DataOptions().UseConnectionString(MicrosProvider.Instance, connection.ConnectionString).UseInterceptor(SqliteCancellation.Instance).UseSqlHarness();
    }

    public override string Name => "sqlite";

    internal override async Task<Workspace> OpenOnAsync(Func<DataOptions, DataConnection> connect, CancellationToken cancellationToken)
    {
        var connection = connect(_options);
        try
        {
            var opened = (SqliteConnection)await connection.OpenDbConnectionAsync(cancellationToken).ConfigureAwait(false);
            // Opening reads nothing; only a query finds out that a file is no database.
            await connection.ExecuteAsync<long>("SELECT count(*) FROM sqlite_master", cancellationToken).ConfigureAwait(false);
            // SQLite has no digest of its own.
            opened.CreateFunction<string?, string?>("md5", Portable.Md5, isDeterministic: true);
            opened.CreateFunction<string?, long?>("md5_low48", Portable.Md5Low48, isDeterministic: true);
            if (await Preflight.RunAsync(opened, opened.ServerVersion, cancellationToken).ConfigureAwait(false) is { } refusals)
                connection.AddInterceptor(refusals);
            return new SqliteWorkspace(connection, opened, temporary: _file is not null);
        }
        catch (Exception exception)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            if (exception is SqliteException)
                throw new EngineException($"SQLite cannot open {_file ?? "a database in memory"}: {EngineWorkspace.FirstLine(exception)}", exception);
            throw;
        }
    }
}
