using System.Data.Common;
using System.Runtime.CompilerServices;
using LinqToDB.Common;
using LinqToDB.Interceptors;

namespace SqlHarness.Engines.Cancellation;

/// <summary>
/// Stops a running command when its token is cancelled: the drivers leave it running (SQLite), or miss a token that is cancelled while they prepare (DuckDB).
/// Without state of a connection, so that one instance serves all: linq2db keys its query cache by the options, and they by the instance.
/// </summary>
abstract class CancellingInterceptor : CommandInterceptor
{
    readonly ConditionalWeakTable<DbDataReader, Interruption> _readers = [];

    /// <summary>Makes the command that runs on the connection fail. Called on another thread, more than once, perhaps before the command runs or when it has just ended.</summary>
    protected abstract void Interrupt(DbConnection connection);

    /// <summary>Whether the connection's last step was interrupted, on engines that compute rows while they are read.</summary>
    protected abstract bool WasInterrupted(DbConnection connection);

    public sealed override async Task<Option<int>> ExecuteNonQueryAsync(
        CommandEventData eventData, DbCommand command, Option<int> result, CancellationToken cancellationToken)
    {
        if (result.HasValue || !cancellationToken.CanBeCanceled)
            return result;
        using var interruption = Begin(command, cancellationToken);
        return await RunAsync(command.ExecuteNonQueryAsync, cancellationToken).ConfigureAwait(false);
    }

    public sealed override async Task<Option<object?>> ExecuteScalarAsync(
        CommandEventData eventData, DbCommand command, Option<object?> result, CancellationToken cancellationToken)
    {
        if (result.HasValue || !cancellationToken.CanBeCanceled)
            return result;
        using var interruption = Begin(command, cancellationToken);
        return await RunAsync(command.ExecuteScalarAsync, cancellationToken).ConfigureAwait(false);
    }

    public sealed override async Task<Option<DbDataReader>> ExecuteReaderAsync(
        CommandEventData eventData, DbCommand command, System.Data.CommandBehavior commandBehavior, Option<DbDataReader> result, CancellationToken cancellationToken)
    {
        if (result.HasValue || !cancellationToken.CanBeCanceled)
            return result;
        var interruption = Begin(command, cancellationToken);
        try
        {
            var reader = await RunAsync(token => command.ExecuteReaderAsync(commandBehavior, token), cancellationToken).ConfigureAwait(false);
            _readers.Add(reader.Value, interruption);
            return reader;
        }
        catch
        {
            interruption.Dispose();
            throw;
        }
    }

    public sealed override Task BeforeReaderDisposeAsync(CommandEventData eventData, DbCommand? command, DbDataReader dataReader)
    {
        BeforeReaderDispose(eventData, command, dataReader);
        return Task.CompletedTask;
    }

    public sealed override void BeforeReaderDispose(CommandEventData eventData, DbCommand? command, DbDataReader dataReader)
    {
        if (!_readers.Remove(dataReader, out var interruption))
            return;
        interruption.Dispose();
        if (!interruption.Token.IsCancellationRequested || command?.Connection is not { } connection || !WasInterrupted(connection))
            return;
        // The driver's error is on its way up from reading a row, and linq2db has no other place to say what it means.
        dataReader.Dispose();
        command.Dispose();
        interruption.Token.ThrowIfCancellationRequested();
    }

    Interruption Begin(DbCommand command, CancellationToken cancellationToken)
    {
        var connection = command.Connection!;
        return new(() => Interrupt(connection), cancellationToken);
    }

    static async Task<Option<T>> RunAsync<T>(Func<CancellationToken, Task<T>> run, CancellationToken cancellationToken)
    {
        try
        {
            return Option<T>.Some(await run(cancellationToken).ConfigureAwait(false));
        }
        catch (DbException exception) when (cancellationToken.IsCancellationRequested)
        {
            throw new OperationCanceledException("The command was cancelled.", exception, cancellationToken);
        }
    }
}
