using DuckDB.NET.Data;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;
using SqlHarness.Engines.Loading;
using SqlHarness.Tables;

namespace SqlHarness.Engines.DuckDb;

/// <summary>A DuckDB connection; loads through the appender.</summary>
sealed class DuckDbWorkspace(DataConnection connection, string version, bool temporary) : EngineWorkspace(connection)
{
    public override string Version { get; } = version;

    protected override string EngineName => "DuckDB";

    // DECIMAL has 38 digits, System.Decimal 28. What DuckDB would not keep in a declared type it refuses itself.
    protected override EngineLimits Limits { get; } = new(28, 28, DataType.DateTime2, _ => true);

    protected override async Task<IReadOnlyList<ColumnType>> ColumnsOfAsync(string table, string? schema, CancellationToken cancellationToken)
    {
        try
        {
            var described = await Connection.QueryToListAsync<Described>($"DESCRIBE {(schema is null ? "" : Quote(schema) + ".")}{Quote(table)}", cancellationToken).ConfigureAwait(false);
            return [.. described.Select(c => new ColumnType(c.Name, DuckDbTypes.Of(c.Type), c.IsNullable == "YES", c.Type))];
        }
        catch (DuckDBException exception)
        {
            throw new EngineException($"DuckDB cannot describe the table {table}: {FirstLine(exception)}", exception);
        }
    }

    protected override ITable<T> Create<T>(string name)
    {
        if (!temporary && Describe<T>().Name.Schema is { Length: > 0 } schema)
            Connection.Execute($"CREATE SCHEMA IF NOT EXISTS {Quote(schema)}");
        return Connection.CreateTable<T>(name, tableOptions: temporary ? TableOptions.IsTemporary : TableOptions.NotSet);
    }

    protected override async Task<long> WriteAsync<T, TRow>(ITable<T> table, IEnumerable<TRow> rows, IReadOnlyList<string> columns, Action<TRow, RowWriter> bind, CancellationToken cancellationToken)
    {
        // DuckDB has no savepoints: a failed load could not be taken back without the user's own changes.
        if (Connection.Transaction is not null)
            throw new EngineException($"DuckDB cannot load {table.TableName} inside an open transaction; load first.");
        var opened = (DuckDBConnection)await Connection.OpenDbConnectionAsync(cancellationToken).ConfigureAwait(false);
        await using var transaction = await Connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        using (var appender = temporary
            ? opened.CreateAppender("temp", "main", table.TableName)
            : opened.CreateAppender(table.DatabaseName, table.SchemaName, table.TableName))
        {
            var count = 0L;
            try
            {
                count = WriteAll(rows, new DuckDbRowWriter(appender), bind, cancellationToken);
            }
            catch
            {
                // Disposal would flush what was appended, the half row too.
                appender.Clear();
                throw;
            }
            appender.Close();
            await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
            return count;
        }
    }

    static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    sealed class Described
    {
        [Column("column_name")] public required string Name { get; init; }

        [Column("column_type")] public required string Type { get; init; }

        [Column("null")] public required string IsNullable { get; init; }
    }
}
