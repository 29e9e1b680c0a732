using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using SqlHarness.Engines.Loading;
using SqlHarness.Tables;

namespace SqlHarness.Engines.Sqlite;

/// <summary>A SQLite connection; loads by binding and stepping one prepared statement.</summary>
sealed class SqliteWorkspace(DataConnection connection, SqliteConnection opened, bool temporary) : EngineWorkspace(connection)
{
    const string LoadSavepoint = "sqlharness_load";

    static readonly string[] TextTypes = ["CHAR", "CLOB", "TEXT"];
    static readonly string[] RealTypes = ["REAL", "FLOA", "DOUB"];

    public override string Version { get; } = opened.ServerVersion;

    protected override string EngineName => "SQLite";

    protected override EngineLimits Limits { get; } = new(28, ScaledDecimal.Scale, DataType.Int64, HasTextAffinity);

    protected override ITable<T> Create<T>(string name) => Connection.CreateTable<T>(name, tableOptions: temporary ? TableOptions.IsTemporary : TableOptions.NotSet);

    protected override Task<long> WriteAsync<T, TRow>(ITable<T> table, IEnumerable<TRow> rows, IReadOnlyList<string> columns, Action<TRow, RowWriter> bind, CancellationToken cancellationToken)
    {
        var sql = $"INSERT INTO {(table.TableOptions.HasFlag(TableOptions.IsTemporary) ? "temp." : "")}{Quote(table.TableName)} "
            + $"({string.Join(", ", columns.Select(Quote))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        // A savepoint is a transaction where none is open, and leaves the user's own alone where one is.
        Execute($"SAVEPOINT {LoadSavepoint}");
        try
        {
            long count;
            using (var writer = new SqliteRowWriter(opened.Handle!, sql))
                count = WriteAll(rows, writer, bind, cancellationToken);
            Execute($"RELEASE {LoadSavepoint}");
            return Task.FromResult(count);
        }
        catch
        {
            // On a full disk SQLite has taken everything back already, and the savepoint with it.
            if (raw.sqlite3_get_autocommit(opened.Handle) == 0)
            {
                Execute($"ROLLBACK TO {LoadSavepoint}");
                Execute($"RELEASE {LoadSavepoint}");
            }
            throw;
        }
    }

    internal override Task IndexAsync<T>(ITable<T> table, string column, CancellationToken cancellationToken)
    {
        // An index stands in its table's schema, and the table is named without it.
        var schema = table.TableOptions.HasFlag(TableOptions.IsTemporary) ? "temp." : "";
        Execute($"CREATE INDEX IF NOT EXISTS {schema}{Quote($"{table.TableName}_by_{column}")} ON {Quote(table.TableName)} ({Quote(column)})");
        return Task.CompletedTask;
    }

    protected override async Task<IReadOnlyList<ColumnType>> ColumnsOfAsync(string table, string? schema, CancellationToken cancellationToken)
    {
        var columns = await Connection.QueryToListAsync<Described>("SELECT name, type, \"notnull\" AS is_not_null FROM pragma_table_info(@table, @schema)",
            cancellationToken, new DataParameter("table", table), new DataParameter("schema", schema)).ConfigureAwait(false);
        return columns.Count == 0
            ? throw new EngineException($"SQLite has no table {table}.")
            : [.. columns.Select(c => new ColumnType(c.Name, TypeOf(c.Type), !c.IsNotNull, c.Type))];
    }

    // The type that the column prefers (datatype3.html §3.1); SQLite itself lets any value in.
    static Type TypeOf(string declared) =>
        declared.Contains("INT", StringComparison.OrdinalIgnoreCase) ? typeof(long)
        : HasTextAffinity(declared) ? typeof(string)
        : declared.Length == 0 || declared.Contains("BLOB", StringComparison.OrdinalIgnoreCase) ? typeof(byte[])
        : RealTypes.Any(part => declared.Contains(part, StringComparison.OrdinalIgnoreCase)) ? typeof(double)
        : typeof(object);

    // The driver's own commands refuse to run beside a transaction that they were not told of.
    void Execute(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(opened.Handle, sql), opened.Handle);

    // SQLite's own rule (datatype3.html §3.1); INT anywhere in the name wins over it.
    static bool HasTextAffinity(string type) =>
        !type.Contains("INT", StringComparison.OrdinalIgnoreCase)
        && TextTypes.Any(part => type.Contains(part, StringComparison.OrdinalIgnoreCase));

    static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    sealed class Described
    {
        [Column("name")] public required string Name { get; init; }

        [Column("type")] public required string Type { get; init; }

        [Column("is_not_null")] public required bool IsNotNull { get; init; }
    }
}
