using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace SqlHarness.ConformanceTests.GoogleSql;

/// <summary>One statement as text. It takes no parameters: the reference implementation would have to be told their types.</summary>
sealed class GoogleSqlCommand : DbCommand
{
    readonly GoogleSqlParameters _parameters = new();
    CancellationTokenSource? _running;

    [AllowNull]
    public override string CommandText { get; set => field = value ?? ""; } = "";

    /// <summary>Seconds; 0 waits for as long as it takes.</summary>
    public override int CommandTimeout { get; set; } = 30;

    public override CommandType CommandType { get; set; } = CommandType.Text;

    public override bool DesignTimeVisible { get; set; }

    public override UpdateRowSource UpdatedRowSource { get; set; }

    protected override DbConnection? DbConnection { get; set; }

    protected override DbParameterCollection DbParameterCollection => _parameters;

    protected override DbTransaction? DbTransaction { get; set; }

    public override void Cancel() => Volatile.Read(ref _running)?.Cancel();

    public override void Prepare() { }

    public override int ExecuteNonQuery() => ExecuteNonQueryAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task<int> ExecuteNonQueryAsync(CancellationToken cancellationToken)
    {
        await RunAsync(cancellationToken).ConfigureAwait(false);
        return -1;
    }

    public override object? ExecuteScalar() => ExecuteScalarAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task<object?> ExecuteScalarAsync(CancellationToken cancellationToken)
    {
        await using var reader = await ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await reader.ReadAsync(cancellationToken).ConfigureAwait(false) ? reader.GetValue(0) : null;
    }

    protected override DbParameter CreateDbParameter() => throw GoogleSqlParameters.NotSupported();

    protected override DbDataReader ExecuteDbDataReader(CommandBehavior behavior) =>
        ExecuteDbDataReaderAsync(behavior, CancellationToken.None).GetAwaiter().GetResult();

    protected override async Task<DbDataReader> ExecuteDbDataReaderAsync(CommandBehavior behavior, CancellationToken cancellationToken)
    {
        var answer = await RunAsync(cancellationToken).ConfigureAwait(false);
        return new GoogleSqlReader(answer, behavior.HasFlag(CommandBehavior.CloseConnection) ? Connection : null);
    }

    async Task<GoogleSqlAnswer> RunAsync(CancellationToken cancellationToken)
    {
        if (DbConnection is not GoogleSqlConnection { State: ConnectionState.Open } connection)
            throw new InvalidOperationException("The command's connection is not open.");
        using var running = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var timeout = CancellationTokenSource.CreateLinkedTokenSource(running.Token);
        if (CommandTimeout > 0)
            timeout.CancelAfter(TimeSpan.FromSeconds(CommandTimeout));
        Volatile.Write(ref _running, running);
        try
        {
            return await GoogleSqlBridge.RunAsync(connection.Address, CommandText, timeout.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException exception) when (running.IsCancellationRequested)
        {
            throw new OperationCanceledException(exception.Message, exception, cancellationToken);
        }
        catch (OperationCanceledException exception)
        {
            throw new GoogleSqlException($"The statement took longer than {CommandTimeout} s.", exception);
        }
        finally
        {
            Volatile.Write(ref _running, null);
        }
    }
}
