using LinqToDB;
using LinqToDB.Data;
using Microsoft.Data.Sqlite;
using SQLitePCL;
using SqlHarness.Engines.Loading;

namespace SqlHarness.Engines.Sqlite;

/// <summary>A SQLite connection; loads by binding and stepping one prepared statement.</summary>
sealed class SqliteWorkspace(DataConnection connection, SqliteConnection opened, bool temporary) : EmbeddedWorkspace(connection, temporary)
{
    const string LoadSavepoint = "sqlharness_load";

    public override string Version { get; } = opened.ServerVersion;

    protected override string EngineName => "SQLite";

    protected override (int Integer, int Scale) DecimalDigits => (ScaledDecimal.IntegerDigits, ScaledDecimal.Scale);

    protected override Task<long> LoadAsync<T>(ITable<T> table, IEnumerable<T> rows, Action<T, RowWriter> bind, CancellationToken cancellationToken)
    {
        var columns = Describe<T>().Columns;
        var sql = $"INSERT INTO {(table.TableOptions.HasFlag(TableOptions.IsTemporary) ? "temp." : "")}{Quote(table.TableName)} "
            + $"({string.Join(", ", columns.Select(column => Quote(column.ColumnName)))}) VALUES ({string.Join(", ", columns.Select(_ => "?"))})";
        // A savepoint is a transaction where none is open, and leaves the user's own alone where one is.
        Execute($"SAVEPOINT {LoadSavepoint}");
        try
        {
            using var writer = new SqliteRowWriter(opened.Handle!, sql);
            return Task.FromResult(WriteAll(rows, writer, bind, cancellationToken));
        }
        catch
        {
            Execute($"ROLLBACK TO {LoadSavepoint}");
            throw;
        }
        finally
        {
            Execute($"RELEASE {LoadSavepoint}");
        }
    }

    // The driver's own commands refuse to run beside a transaction that they were not told of.
    void Execute(string sql) => SqliteException.ThrowExceptionForRC(raw.sqlite3_exec(opened.Handle, sql), opened.Handle);

    static string Quote(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
