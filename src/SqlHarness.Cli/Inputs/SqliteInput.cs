using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Files;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Inputs;

/// <summary>A table of a SQLite file, copied into the workbench: DuckDB reads SQLite only through an extension that it would have to download.</summary>
static class SqliteInput
{
    const int RowsBetweenCancellationChecks = 4096;

    // SQLite types values, not columns.
    static readonly Dictionary<string, (Type Type, string DatabaseType)> Types = new(StringComparer.Ordinal)
    {
        ["integer"] = (typeof(long), "BIGINT"), ["real"] = (typeof(double), "DOUBLE"), ["text"] = (typeof(string), "VARCHAR"), ["blob"] = (typeof(byte[]), "BLOB"), ["null"] = (typeof(string), "VARCHAR"),
    };

    /// <exception cref="BadInputException">It is no SQLite file, there is no such table, or a column holds values of several types.</exception>
    public static async Task<InputTable> CopyAsync(Workbench bench, TableAddress table, string copy, CancellationToken cancellationToken)
    {
        try
        {
            var connection = new SqliteConnection(new SqliteConnectionStringBuilder { DataSource = table.File, Mode = SqliteOpenMode.ReadOnly, Pooling = false }.ConnectionString);
            await using var _ = connection.ConfigureAwait(false);
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var from = $"{SqlText.Name(table.Schema ?? "main")}.{SqlText.Name(table.Table)}";
            var columns = Columns(connection, table, from);
            await bench.ExecuteAsync("Copying the table", $"CREATE TEMP TABLE {copy} ({string.Join(", ", columns.Select(c => $"{SqlText.Name(c.Name)} {c.DatabaseType}"))})", cancellationToken).ConfigureAwait(false);
            await bench.WhileAsync("Copying the table", () =>
            {
                Fill(bench, copy, connection, from, columns, cancellationToken);
                return Task.CompletedTask;
            }).ConfigureAwait(false);
            return new() { Said = table.Said, Columns = columns, From = copy, Parts = [(table.Said, copy)], HasTimesAsIntegers = true };
        }
        catch (SqliteException e)
        {
            throw new BadInputException($"{table.Said} of {table.File} cannot be read: {e.Message.TrimEnd('.')}.", e);
        }
    }

    static List<ColumnType> Columns(SqliteConnection connection, TableAddress table, string from)
    {
        List<string> names = [];
        using (var head = new SqliteCommand($"SELECT * FROM {from} LIMIT 0", connection))
        using (var reader = head.ExecuteReader())
            names.AddRange(Enumerable.Range(0, reader.FieldCount).Select(reader.GetName));
        // Whole values of a column that is declared as numeric are stored as integers; beside others, those are floating-point numbers too, as long as that rounds none.
        using var types = new SqliteCommand($"SELECT {string.Join(", ", names.Select(n => SqlText.Name(n)).Select(n => $"group_concat(DISTINCT CASE WHEN typeof({n}) = 'integer' AND {n} NOT BETWEEN -{1L << 53} AND {1L << 53} THEN 'large integer' ELSE typeof({n}) END)"))} FROM {from}", connection);
        using var found = types.ExecuteReader();
        found.Read();
        return [.. names.Select((name, i) => Column(table, name, found.IsDBNull(i) ? "null" : found.GetString(i)))];
    }

    static ColumnType Column(TableAddress table, string name, string types)
    {
        var known = types.Split(',').Where(t => t != "null").ToArray();
        if (known.Length == 2 && known.Contains("integer") && known.Contains("real"))
            known = ["real"];
        else if (known.All(t => t.EndsWith("integer", StringComparison.Ordinal)) && known.Length > 0)
            known = ["integer"];
        if (known.Length > 1)
            throw new BadInputException($"{table.Said}: column {name} holds values of several types ({string.Join(", ", known.Order(StringComparer.Ordinal))}), and only one can be kept as it is.");
        var (type, databaseType) = Types[known.FirstOrDefault() ?? "null"];
        return new(name, type, DatabaseType: databaseType);
    }

    static void Fill(Workbench bench, string copy, SqliteConnection connection, string from, List<ColumnType> columns, CancellationToken cancellationToken)
    {
        using var command = new SqliteCommand($"SELECT {string.Join(", ", columns.Select(c => SqlText.Name(c.Name)))} FROM {from}", connection);
        using var reader = command.ExecuteReader();
        using var appender = ((DuckDBConnection)bench.Workspace.Connection.OpenDbConnection()).CreateAppender("temp", "main", copy);
        for (var count = 1L; reader.Read(); count++)
        {
            var row = appender.CreateRow();
            for (var i = 0; i < columns.Count; i++)
            {
                _ = reader.IsDBNull(i) ? row.AppendNullValue() : columns[i].DatabaseType switch
                {
                    "BIGINT" => row.AppendValue(reader.GetInt64(i)),
                    "DOUBLE" => row.AppendValue(reader.GetDouble(i)),
                    "BLOB" => row.AppendValue(reader.GetFieldValue<byte[]>(i)),
                    _ => row.AppendValue(reader.GetString(i)),
                };
            }

            row.EndRow();
            if (count % RowsBetweenCancellationChecks == 0)
                cancellationToken.ThrowIfCancellationRequested();
        }
    }
}
