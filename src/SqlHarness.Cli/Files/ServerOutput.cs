using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using LinqToDB;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Connections;
using SqlHarness.Cli.Inputs;
using SqlHarness.Engines.DuckDb;
using SqlHarness.Engines.Loading;
using SqlHarness.Engines.Servers;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Files;

/// <summary>A server's table that is written.</summary>
sealed class ServerOutput : Output
{
    readonly ServerAddress _address;
    readonly DbConnection _connection;
    readonly bool _force;
    readonly string _new = $"sqlharness_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
    bool _isMade;

    ServerOutput(ServerAddress address, DbConnection connection, bool force) => (_address, _connection, _force) = (address, connection, force);

    public override string Said => _address.Said;

    Server Server => _address.Server.Rules;

    string Target => Server.Dialect.Table(_address.Schema, _address.Table);

    string New => Server.Dialect.Table(_address.Schema, _new);

    /// <summary>Connects, and looks whether the table may be written; before an hour's work.</summary>
    /// <exception cref="BadInputException">The server cannot be reached, or has the table already.</exception>
    public static async Task<ServerOutput> CreateAsync(ServerAddress address, Drivers drivers, bool force, CancellationToken cancellationToken)
    {
        DbConnection? connection = null;
        try
        {
            connection = address.Server.Connect(drivers)();
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var output = new ServerOutput(address, connection, force);
            foreach (var setting in output.Server.Settings)
                await ServerInput.ExecuteAsync(connection, setting, cancellationToken).ConfigureAwait(false);
            return !force && await output.ExistsAsync(cancellationToken).ConfigureAwait(false) ? throw new BadInputException($"{address.Said} exists; --force replaces it.") : output;
        }
        catch (Exception e)
        {
            if (connection is not null)
                await connection.DisposeAsync().ConfigureAwait(false);
            throw e is BadInputException || cancellationToken.IsCancellationRequested ? e : new BadInputException($"{address.Said} cannot be written: {ServerSentence.Of(e, address.Server.ConnectionString)}", e);
        }
    }

    public override async Task WriteAsync(Workbench bench, string query, CancellationToken cancellationToken)
    {
        var columns = await bench.QueryAsync("Looking at the result", $"DESCRIBE {query}", r => new ColumnType(r.GetString(0), DuckDbTypes.Of(r.GetString(1)), DatabaseType: r.GetString(1)), cancellationToken).ConfigureAwait(false);
        var rows = bench.Rows(query, r => Enumerable.Range(0, r.FieldCount).Select(i => r.IsDBNull(i) ? null : r.GetValue(i)).ToArray());
        await bench.WhileAsync($"Writing {Said}", () => SaidAsync(() => FillAsync(columns, rows, cancellationToken), cancellationToken)).ConfigureAwait(false);
    }

    public override Task CommitAsync(CancellationToken cancellationToken) => SaidAsync(async () =>
    {
        var exists = await ExistsAsync(cancellationToken).ConfigureAwait(false);
        if (exists && !_force)
            throw new BadInputException($"{Said} exists; --force replaces it.");
        foreach (var statement in Server.Replace(_address.Schema, _new, _address.Table, exists))
            await RunAsync(statement, cancellationToken).ConfigureAwait(false);
        _isMade = false;
    }, cancellationToken);

    // The rows are read as they are written.
    async Task FillAsync(IReadOnlyList<ColumnType> columns, IEnumerable<object?[]> rows, CancellationToken cancellationToken)
    {
        await RunAsync($"CREATE TABLE {New} ({string.Join(", ", columns.Select(c => $"{Server.Dialect.Identifier(c.Name)} {Server.ColumnType(TypeOf(c), canBeNull: true)}"))}){Server.TableOptions}", cancellationToken).ConfigureAwait(false);
        _isMade = true;
        var names = string.Join(", ", columns.Select(c => Server.Dialect.Identifier(c.Name)));
        var loads = columns.Select(c => new LoadColumn(c.Name)).ToArray();
        List<string> full = [];
        var writer = new LiteralRowWriter(Server, $"{New} ({names})", full.Add);
        foreach (var row in rows)
        {
            writer.StartRow();
            for (var i = 0; i < row.Length; i++)
                Write(writer, row[i], loads[i]);
            writer.EndRow();
            await SendAsync(full, cancellationToken).ConfigureAwait(false);
        }

        writer.Flush();
        await SendAsync(full, cancellationToken).ConfigureAwait(false);
    }

    // What goes wrong, in one sentence.
    async Task SaidAsync(Func<Task> work, CancellationToken cancellationToken)
    {
        try
        {
            await work().ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (BadInputException or OperationCanceledException) && !cancellationToken.IsCancellationRequested)
        {
            throw new BadInputException($"{Said} cannot be written: {ServerSentence.Of(e, _address.Server.ConnectionString)}", e);
        }
    }

    public override async ValueTask DisposeAsync()
    {
        // A server that is gone cannot be asked.
        if (_isMade && _connection.State == System.Data.ConnectionState.Open)
            await RunAsync($"DROP TABLE {New}", CancellationToken.None).ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    async Task SendAsync(List<string> statements, CancellationToken cancellationToken)
    {
        foreach (var statement in statements)
            await RunAsync(statement, cancellationToken).ConfigureAwait(false);
        statements.Clear();
    }

    Task RunAsync(string sql, CancellationToken cancellationToken) => ServerInput.ExecuteAsync(_connection, sql, cancellationToken);

    async Task<bool> ExistsAsync(CancellationToken cancellationToken)
    {
        try
        {
            await RunAsync($"SELECT 1 FROM {Target} WHERE 1 = 0", cancellationToken).ConfigureAwait(false);
            return true;
        }
        catch (DbException) when (_connection.State == System.Data.ConnectionState.Open)
        {
            // What each server says of a table that is not there differs; whatever else is wrong is told when it is made.
            return false;
        }
    }

    DbDataType TypeOf(ColumnType column)
    {
        var type = column.Type == typeof(object) || column.Type == typeof(System.Numerics.BigInteger) || column.Type == typeof(byte[]) || column.Type == typeof(TimeSpan) || column.Type == typeof(TimeOnly) || column.Type == typeof(ulong)
            ? throw new BadInputException($"Column {column.Name} is {column.DatabaseType}, which {Server.Dialect.Title} is not given as it is; write a file.") : column.Type;
        if (type == typeof(decimal) && column.DatabaseType is { } declared && declared.Split('(', ',', ')') is [_, var precision, var scale, ..])
            return new DbDataType(type).WithPrecision(int.Parse(precision, CultureInfo.InvariantCulture)).WithScale(int.Parse(scale, CultureInfo.InvariantCulture));
        return new(type == typeof(DateOnly) ? typeof(DateTime) : type);
    }

    static void Write(LiteralRowWriter writer, object? value, LoadColumn column)
    {
        switch (value)
        {
            case null: writer.WriteNull(); break;
            case bool truth: writer.WriteBoolean(truth); break;
            case decimal number: writer.WriteDecimal(number, column); break;
            case double or float: writer.WriteDouble(Convert.ToDouble(value, CultureInfo.InvariantCulture), column); break;
            case DateTime time: writer.WriteTime(DateTime.SpecifyKind(time, DateTimeKind.Utc)); break;
            case DateOnly date: writer.WriteTime(date.ToDateTime(default, DateTimeKind.Utc)); break;
            case Guid guid: writer.WriteGuid(guid); break;
            case sbyte or byte or short or ushort or int or uint or long: writer.WriteInt64(Convert.ToInt64(value, CultureInfo.InvariantCulture)); break;
            default: writer.WriteText(ValueChecks.Text(Convert.ToString(value, CultureInfo.InvariantCulture)!, writer, column)); break;
        }
    }
}
