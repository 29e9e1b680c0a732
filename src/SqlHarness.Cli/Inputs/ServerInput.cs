using System.Data;
using System.Data.Common;
using System.Globalization;
using DuckDB.NET.Data;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Connections;
using SqlHarness.Cli.Files;
using SqlHarness.Engines.Servers;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Inputs;

/// <summary>A table of a server, streamed into the workbench.</summary>
static class ServerInput
{
    const int RowsBetweenCancellationChecks = 4096;

    /// <exception cref="BadInputException">The server cannot be reached, or has no such table; one sentence without a secret.</exception>
    public static async Task<InputTable> CopyAsync(Workbench bench, ServerAddress table, string copy, Drivers drivers, CancellationToken cancellationToken)
    {
        try
        {
            var connection = table.Server.Connect(drivers)();
            await using var _ = connection.ConfigureAwait(false);
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var server = table.Server.Rules;
            foreach (var setting in server.Settings)
                await ExecuteAsync(connection, setting, cancellationToken).ConfigureAwait(false);
            var command = connection.CreateCommand();
            await using var __ = command.ConfigureAwait(false);
            command.CommandText = $"SELECT * FROM {server.Dialect.Table(table.Schema, table.Table)}";
            command.CommandTimeout = 0;
            bench.Show(command.CommandText);
            var reader = await command.ExecuteReaderAsync(CommandBehavior.SequentialAccess, cancellationToken).ConfigureAwait(false);
            await using var ___ = reader.ConfigureAwait(false);
            var columns = Columns(reader);
            await bench.ExecuteAsync("Copying the table", $"CREATE TEMP TABLE {copy} ({string.Join(", ", columns.Select(c => $"{SqlText.Name(c.Name)} {c.DatabaseType}"))})", cancellationToken).ConfigureAwait(false);
            await bench.WhileAsync($"Copying {table.Said}", () => FillAsync(bench, copy, reader, columns, cancellationToken)).ConfigureAwait(false);
            return new() { Said = table.Said, Columns = columns, From = copy, Parts = [(table.Said, copy)] };
        }
        catch (Exception e) when (e is not (BadInputException or OperationCanceledException) && !cancellationToken.IsCancellationRequested)
        {
            throw new BadInputException($"{table.Said} cannot be read: {ServerSentence.Of(e, table.Server.ConnectionString)}", e);
        }
    }

    public static async Task ExecuteAsync(DbConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = connection.CreateCommand();
        await using var _ = command.ConfigureAwait(false);
        command.CommandText = sql;
        command.CommandTimeout = 0;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    static List<ColumnType> Columns(DbDataReader reader)
    {
        var schema = reader.GetSchemaTable()?.Rows.Cast<DataRow>().ToList();
        return [.. Enumerable.Range(0, reader.FieldCount).Select(i =>
        {
            var type = reader.GetFieldType(i);
            return new ColumnType(reader.GetName(i), type, DatabaseType: TypeOf(type, reader.GetDataTypeName(i), schema?[i]));
        })];
    }

    static string TypeOf(Type type, string name, DataRow? schema) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean => "BOOLEAN",
        TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 or TypeCode.Int32 or TypeCode.UInt32 or TypeCode.Int64 => "BIGINT",
        TypeCode.Single or TypeCode.Double => "DOUBLE",
        // Without a declared scale its text is what keeps it exact.
        TypeCode.Decimal => Number(schema, "NumericPrecision") is > 0 and <= 38 and var precision && Number(schema, "NumericScale") is { } scale && scale <= precision
            ? string.Create(CultureInfo.InvariantCulture, $"DECIMAL({precision}, {scale})") : "VARCHAR",
        TypeCode.DateTime => name.Contains("with time zone", StringComparison.OrdinalIgnoreCase) || name.Equals("timestamptz", StringComparison.OrdinalIgnoreCase) ? "TIMESTAMP WITH TIME ZONE"
            : name.Equals("date", StringComparison.OrdinalIgnoreCase) ? "DATE" : "TIMESTAMP",
        _ when type == typeof(Guid) => "UUID",
        _ when type == typeof(byte[]) => "BLOB",
        _ => "VARCHAR",
    };

    static int? Number(DataRow? schema, string column) =>
        schema?.Table.Columns.Contains(column) == true && schema[column] is not DBNull and var value ? Convert.ToInt32(value, CultureInfo.InvariantCulture) : null;

    static async Task FillAsync(Workbench bench, string copy, DbDataReader reader, List<ColumnType> columns, CancellationToken cancellationToken)
    {
        using var appender = ((DuckDBConnection)await bench.Workspace.Connection.OpenDbConnectionAsync(cancellationToken).ConfigureAwait(false)).CreateAppender("temp", "main", copy);
        for (var count = 1L; await reader.ReadAsync(cancellationToken).ConfigureAwait(false); count++)
        {
            var row = appender.CreateRow();
            for (var i = 0; i < columns.Count; i++)
                Append(row, reader.IsDBNull(i) ? null : reader.GetValue(i), columns[i].DatabaseType!);
            row.EndRow();
            if (count % RowsBetweenCancellationChecks == 0)
                cancellationToken.ThrowIfCancellationRequested();
        }
    }

    static void Append(IDuckDBAppenderRow row, object? value, string type) => _ = value switch
    {
        null => row.AppendNullValue(),
        _ when type == "BIGINT" => row.AppendValue(Convert.ToInt64(value, CultureInfo.InvariantCulture)),
        _ when type == "DOUBLE" => row.AppendValue(Convert.ToDouble(value, CultureInfo.InvariantCulture)),
        bool truth => row.AppendValue(truth),
        DateTime time when type == "DATE" => row.AppendValue(DateOnly.FromDateTime(time)),
        DateTime time => row.AppendValue(time),
        Guid guid => row.AppendValue(guid),
        byte[] bytes => row.AppendValue(bytes),
        decimal number when type != "VARCHAR" => row.AppendValue(number),
        _ => row.AppendValue(Convert.ToString(value, CultureInfo.InvariantCulture)),
    };
}
