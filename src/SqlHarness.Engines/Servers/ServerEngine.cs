using System.Data.Common;
using System.Diagnostics.CodeAnalysis;
using LinqToDB;
using LinqToDB.Data;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Dialects.Translation;
using SqlHarness.Engines.Semantics;
using SqlHarness.Portability;

namespace SqlHarness.Engines.Servers;

/// <summary>A server that is reached by the user's driver.</summary>
sealed class ServerEngine : Engine
{
    readonly Server _server;
    readonly Func<DbConnection> _connect;
    readonly bool _printed;
    readonly Preflight _preflight;
    readonly Lock _gate = new();
    DataOptions? _options;
    string? _connectionString;

    /// <param name="dialect">The server's dialect.</param>
    /// <param name="connect">Makes a connection.</param>
    /// <param name="printed">Whether the dialect's own text is run also where linq2db has a provider.</param>
    public ServerEngine(Dialect dialect, Func<DbConnection> connect, bool printed)
    {
        (_server, _connect, _printed) = (Server.Of(dialect), connect, printed);
        _preflight = new(_server.Dialect.Title, SemanticRules.Of(_server.Dialect, printed ? null : _server.Collation));
    }

    public override string Name => _printed ? $"{_server.Dialect.Name} (printed)" : _server.Dialect.Name;

    // Each worker holds a connection, of which a server has few.
    internal override int Workers => Math.Min(base.Workers, 4);

    internal override async Task<Workspace> OpenOnAsync(Func<DataOptions, DataConnection> connect, CancellationToken cancellationToken)
    {
        var options = Options();
        var connection = connect(options);
        try
        {
            var opened = await connection.OpenDbConnectionAsync(cancellationToken).ConfigureAwait(false);
            var version = _server.VersionQuery is { } query ? await connection.ExecuteAsync<string>(query, cancellationToken).ConfigureAwait(false) : opened.ServerVersion;
            if (_server.Refusal(version) is { } refusal)
                throw new EngineException(refusal);
            foreach (var setting in _server.Settings)
                await connection.ExecuteAsync(setting, cancellationToken).ConfigureAwait(false);
            if (await _preflight.RunAsync(opened, version, cancellationToken).ConfigureAwait(false) is { } refusals)
                connection.AddInterceptor(refusals);
            return await ServerWorkspace.MakeAsync(connection, _server, version, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception exception)
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            cancellationToken.ThrowIfCancellationRequested();
            if (exception is EngineException)
                throw;
            throw new EngineException($"{_server.Dialect.Title} cannot be opened: {ServerSentence.Of(exception, _connectionString)}", exception);
        }
    }

    /// <summary>A printed text is kept by linq2db with its values in it, unless each statement is a new one.</summary>
    private protected override DataConnection Connect(DataOptions options) => options.ConnectionOptions.DataProvider is RunningDialectProvider ? new RunningConnection(options) : base.Connect(options);

    [SuppressMessage("Design", "CA1031:Do not catch general exception types", Justification = "The user's function makes the connection; whatever it throws is told in one sentence.")]
    DataOptions Options()
    {
        lock (_gate)
        {
            if (_options is not null)
                return _options;
            try
            {
                using var sample = Make();
                var provider = (_printed ? null : _server.Provider(sample.GetType().Namespace)) ?? RunningDialectProvider.Of(_server);
                return _options = new DataOptions().UseConnectionFactory(provider, _ => Make()).UseInterceptor(ServerCancellation.Instance).UseSqlHarness();
            }
            catch (Exception exception)
            {
                // The message of a connection string that is not understood may hold a part of it.
                throw new EngineException($"{_server.Dialect.Title} cannot be opened: the connection cannot be made ({exception.GetType().Name}); its connection string is probably not one of this driver.", exception);
            }
        }
    }

    // Once it is open, a driver may no longer tell all of it.
    DbConnection Make()
    {
        var connection = _connect();
        _connectionString ??= connection.ConnectionString;
        return connection;
    }
}
