using System.Data;
using System.Data.Common;
using System.Globalization;
using System.Security.Cryptography;
using LinqToDB;
using LinqToDB.Data;
using SqlHarness.Engines.Dialects.Translation;
using SqlHarness.Engines.Loading;
using SqlHarness.Tables;

namespace SqlHarness.Engines.Servers;

/// <summary>A server's connection. Its tables are the session's own, or stand in a schema of the workspace's own; either is gone after disposal, and nothing else is touched.</summary>
sealed class ServerWorkspace : EngineWorkspace
{
    readonly Server _server;
    readonly string? _schema;
    readonly bool _schemaIsDatabase;
    readonly List<string> _tables = [];

    ServerWorkspace(DataConnection connection, Server server, string version, string? schema) : base(connection)
    {
        (_server, _schema, _schemaIsDatabase) = (server, schema, server.SchemasAreDatabases && !IsPrinted(connection));
        Version = version;
    }

    /// <summary>Makes the work area.</summary>
    public static async Task<ServerWorkspace> MakeAsync(DataConnection connection, Server server, string version, CancellationToken cancellationToken)
    {
        // A printed name is written as it is, and a temporary table's may be another.
        if (server.HasTemporaryTables && !IsPrinted(connection))
            return new(connection, server, version, null);
        var schema = $"sqlharness_{Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(6))}";
        await connection.ExecuteAsync(server.CreateSchema(schema), cancellationToken).ConfigureAwait(false);
        return new(connection, server, version, schema);
    }

    public override string Version { get; }

    protected override string EngineName => _server.Dialect.Title;

    protected override EngineLimits Limits { get; } = new(28, 28, DataType.DateTime2, _ => true);

    protected override ITable<T> Create<T>(string name)
    {
        var table = _schema is null ? Connection.CreateTable<T>(name, tableOptions: TableOptions.IsTemporary)
            : _schemaIsDatabase ? Connection.CreateTable<T>(name, databaseName: _schema)
            : Connection.CreateTable<T>(name, schemaName: _schema);
        _tables.Add(name);
        return table;
    }

    internal override async Task ClearAsync<T>(ITable<T> table, CancellationToken cancellationToken) =>
        await Connection.ExecuteAsync(_server.Clear(Said(table)), cancellationToken).ConfigureAwait(false);

    internal override async Task IndexAsync<T>(ITable<T> table, string column, CancellationToken cancellationToken)
    {
        if (_server.Index(Said(table), $"{table.TableName}_by_{column}", column) is { } statement)
            await Connection.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
    }

    protected override async Task<long> WriteAsync<T, TRow>(ITable<T> table, IEnumerable<TRow> rows, IReadOnlyList<string> columns, Action<TRow, RowWriter> bind, CancellationToken cancellationToken)
    {
        if (Connection.Transaction is not null)
            throw new EngineException($"{EngineName} cannot load {table.TableName} inside an open transaction; load first.");
        var name = Said(table);
        var target = $"{name} ({string.Join(", ", columns.Select(_server.Dialect.Identifier))})";
        var count = _server.HasTransactions
            ? await InTransactionAsync(target, rows, bind, cancellationToken).ConfigureAwait(false)
            : await WholeAsync(target, rows, bind, cancellationToken).ConfigureAwait(false);
        if (count > 0 && _server.AfterLoad(name) is { } afterwards)
            await Connection.ExecuteAsync(afterwards, cancellationToken).ConfigureAwait(false);
        return count;
    }

    async Task<long> InTransactionAsync<TRow>(string target, IEnumerable<TRow> rows, Action<TRow, RowWriter> bind, CancellationToken cancellationToken)
    {
        await using var transaction = await Connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        var writer = new LiteralRowWriter(_server, target, sql => Connection.Execute(sql));
        var count = WriteAll(rows, writer, bind, cancellationToken);
        writer.Flush();
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return count;
    }

    // All statements are there before the first is sent: a row that is refused then leaves nothing behind.
    async Task<long> WholeAsync<TRow>(string target, IEnumerable<TRow> rows, Action<TRow, RowWriter> bind, CancellationToken cancellationToken)
    {
        List<string> statements = [];
        var writer = new LiteralRowWriter(_server, target, statements.Add);
        var count = WriteAll(rows, writer, bind, cancellationToken);
        writer.Flush();
        foreach (var statement in statements)
            await Connection.ExecuteAsync(statement, cancellationToken).ConfigureAwait(false);
        return count;
    }

    protected override async Task<IReadOnlyList<ColumnType>> ColumnsOfAsync(string table, string? schema, CancellationToken cancellationToken)
    {
        try
        {
            var command = (await Connection.OpenDbConnectionAsync(cancellationToken).ConfigureAwait(false)).CreateCommand();
            await using var _ = command.ConfigureAwait(false);
            command.CommandText = $"SELECT * FROM {_server.Dialect.Table(schema, table)} WHERE 1 = 0";
            var reader = await command.ExecuteReaderAsync(CommandBehavior.KeyInfo, cancellationToken).ConfigureAwait(false);
            await using var __ = reader.ConfigureAwait(false);
            var described = reader.GetSchemaTable()?.Rows.Cast<DataRow>().ToList();
            return [.. Enumerable.Range(0, reader.FieldCount).Select(i => _server.Described(new(reader.GetName(i), reader.GetFieldType(i), described?[i]["AllowDBNull"] is not false, WithDigits(reader.GetDataTypeName(i), reader.GetFieldType(i), described?[i]))))];
        }
        catch (DbException exception)
        {
            throw new EngineException($"{EngineName} cannot describe the table {table}: {FirstLine(exception)}", exception);
        }
    }

    // MariaDB's driver names DECIMAL(18,2) DECIMAL, and says the digits beside it.
    static string WithDigits(string name, Type type, DataRow? described) => type == typeof(decimal) && !name.Contains('(', StringComparison.Ordinal) && described is not null
        && described["NumericPrecision"] is not DBNull and var digits && described["NumericScale"] is not DBNull and var scale && Convert.ToInt32(digits, CultureInfo.InvariantCulture) > 0
        ? FormattableString.Invariant($"{name}({digits},{scale})") : name;

    public override void Dispose()
    {
        try
        {
            foreach (var statement in IsOpen ? CleanUp : [])
                Connection.Execute(statement);
        }
        finally
        {
            base.Dispose();
        }
    }

    public override async ValueTask DisposeAsync()
    {
        try
        {
            // A session that is gone has taken its tables along, and a server that is gone cannot be asked.
            foreach (var statement in IsOpen ? CleanUp : [])
                await Connection.ExecuteAsync(statement).ConfigureAwait(false);
        }
        finally
        {
            await base.DisposeAsync().ConfigureAwait(false);
        }
    }

    IEnumerable<string> CleanUp => _schema is null ? _tables.Select(t => $"DROP TABLE IF EXISTS {_server.TemporaryTable(t)}")
        : [.. _server.SchemasDropTheirTables ? [] : _tables.Select(t => $"DROP TABLE IF EXISTS {_server.Dialect.Table(_schema, t)}"), _server.DropSchema(_schema)];

    static bool IsPrinted(DataConnection connection) => connection.DataProvider is RunningDialectProvider;

    bool IsOpen => Connection.TryGetDbConnection()?.State == ConnectionState.Open;

    string Said<T>(ITable<T> table) where T : notnull => _schema is null ? _server.TemporaryTable(table.TableName) : _server.Dialect.Table(_schema, table.TableName);
}
