using System.Data;
using System.Data.Common;
using System.Diagnostics.CodeAnalysis;

namespace SqlHarness.ConformanceTests.GoogleSql;

/// <summary>
/// A connection to Google's reference implementation of GoogleSQL behind the bridge <c>fixtures/engines/googlesql.js</c>, so that tests run
/// BigQuery's SQL as they run any other engine's. <c>Address=http://127.0.0.1:25055</c>.
/// </summary>
sealed class GoogleSqlConnection : DbConnection
{
    ConnectionState _state;

    public GoogleSqlConnection() { }

    public GoogleSqlConnection(string connectionString) => ConnectionString = connectionString;

    [AllowNull]
    public override string ConnectionString { get; set => field = value ?? ""; } = "";

    public override string Database => "";

    public override string DataSource => Address.ToString();

    public override string ServerVersion => "GoogleSQL reference 1.13.0";

    public override ConnectionState State => _state;

    internal Uri Address =>
        new DbConnectionStringBuilder { ConnectionString = ConnectionString }.TryGetValue("Address", out var address)
            ? new Uri((string)address)
            : throw new InvalidOperationException("The connection string names no Address: Address=http://127.0.0.1:25055.");

    public override void Open() => OpenAsync(CancellationToken.None).GetAwaiter().GetResult();

    public override async Task OpenAsync(CancellationToken cancellationToken)
    {
        if (_state == ConnectionState.Open)
            throw new InvalidOperationException("The connection is open.");
        await GoogleSqlBridge.PingAsync(Address, cancellationToken).ConfigureAwait(false);
        SetState(ConnectionState.Open);
    }

    public override void Close() => SetState(ConnectionState.Closed);

    public override void ChangeDatabase(string databaseName) => throw new NotSupportedException("GoogleSQL has datasets, which statements name.");

    protected override DbTransaction BeginDbTransaction(IsolationLevel isolationLevel) =>
        throw new NotSupportedException("The bridge to GoogleSQL has no transactions.");

    protected override DbCommand CreateDbCommand() => new GoogleSqlCommand { Connection = this };

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Close();
        base.Dispose(disposing);
    }

    void SetState(ConnectionState state)
    {
        var before = _state;
        _state = state;
        if (before != state)
            OnStateChange(new StateChangeEventArgs(before, state));
    }
}
