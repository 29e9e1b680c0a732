using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;

namespace SqlHarness.Engines;

/// <summary>An open connection and the tables made through it. They are temporary where the database is the user's own file, and gone after disposal.</summary>
public sealed class Workspace : IDisposable, IAsyncDisposable
{
    readonly bool _isTemporary;

    internal Workspace(DataConnection connection, string version, bool isTemporary) => (Connection, Version, _isTemporary) = (connection, version, isTemporary);

    /// <summary>The connection, prepared with <c>UseSqlHarness()</c>; for queries as with any linq2db connection.</summary>
    public DataConnection Connection { get; }

    /// <summary>The engine's version, as it reports it.</summary>
    public string Version { get; }

    /// <summary>Creates an empty table for an entity.</summary>
    /// <param name="name">The table's name; by default the mapped one.</param>
    public ITable<T> CreateTable<T>(string? name = null) where T : class =>
        Connection.CreateTable<T>(name, tableOptions: _isTemporary ? TableOptions.IsTemporary : TableOptions.NotSet);

    /// <summary>Adds rows in bulk, in one transaction: all or none of them.</summary>
    /// <returns>The number of rows added.</returns>
    /// <exception cref="EngineException">A time is <see cref="DateTimeKind.Local"/> or finer than a microsecond; the message names row and column.</exception>
    public async Task<long> LoadAsync<T>(ITable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken = default) where T : class
    {
        var transaction = await Connection.BeginTransactionAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = transaction.ConfigureAwait(false);
        var copied = await table.BulkCopyAsync(new BulkCopyOptions { BulkCopyType = Connection.DataProvider.Name.StartsWith("DuckDB", StringComparison.Ordinal)
            ? BulkCopyType.ProviderSpecific : BulkCopyType.MultipleRows }, Checked(rows, cancellationToken), cancellationToken).ConfigureAwait(false);
        await transaction.CommitAsync(cancellationToken).ConfigureAwait(false);
        return copied.RowsCopied;
    }

    /// <summary>Creates a table and loads it; sync, for tests.</summary>
    public ITable<T> Load<T>(IEnumerable<T> rows, string? name = null) where T : class
    {
        var table = CreateTable<T>(name);
        LoadAsync(table, rows).GetAwaiter().GetResult();
        return table;
    }

    /// <inheritdoc/>
    public void Dispose() => Connection.Dispose();

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Connection.DisposeAsync();

    IEnumerable<T> Checked<T>(IEnumerable<T> rows, CancellationToken cancellationToken) where T : class
    {
        var times = Connection.MappingSchema.GetEntityDescriptor(typeof(T)).Columns
            .Where(c => (Nullable.GetUnderlyingType(c.MemberType) ?? c.MemberType) == typeof(DateTime)).ToArray();
        var row = 0L;
        foreach (var item in rows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            row++;
            foreach (var column in times)
            {
                if (column.MemberAccessor.GetValue(item) is DateTime time)
                    Check(time, row, column);
            }

            yield return item;
        }
    }

    static void Check(DateTime time, long row, ColumnDescriptor column)
    {
        if (time.Kind == DateTimeKind.Local)
            throw new EngineException($"Row {row}, column {column.ColumnName}: {time:O} is a local time; times are UTC.");
        if (time.Ticks % TimeSpan.TicksPerMicrosecond != 0)
            throw new EngineException($"Row {row}, column {column.ColumnName}: {time:O} is finer than a microsecond.");
    }
}
