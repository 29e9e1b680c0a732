using LinqToDB;
using LinqToDB.Data;
using SqlHarness.Tables;

namespace SqlHarness.Engines;

/// <summary>An open connection and the tables made through it. They are temporary where the database is the user's own file, and gone after disposal.</summary>
public abstract class Workspace(DataConnection connection) : IDisposable, IAsyncDisposable
{
    /// <summary>
    /// The connection, prepared with <c>UseSqlHarness()</c>; for queries as with any linq2db connection. A query whose token is cancelled stops where it is, with
    /// <see cref="OperationCanceledException"/>, and with it all others that are running on the connection. The connection stays usable.
    /// </summary>
    public DataConnection Connection { get; } = connection;

    /// <summary>The engine's version, as it reports it.</summary>
    public abstract string Version { get; }

    /// <summary>Creates an empty table for an entity.</summary>
    /// <param name="name">The table's name; by default the mapped one.</param>
    public abstract ITable<T> CreateTable<T>(string? name = null) where T : class;

    /// <summary>Adds rows by the engine's fastest way, all or none of them.</summary>
    /// <returns>The number of rows added.</returns>
    /// <exception cref="EngineException">A value breaks the contract (a <see cref="DateTimeKind.Local"/> time, ticks finer than a microsecond, NULL in a NOT NULL column, a decimal finer than its scale); the message names row and column.</exception>
    public abstract Task<long> LoadAsync<T>(ITable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken = default) where T : class;

    /// <summary>Adds rows that have one integer more than their entity has columns; it goes into the table's last column.</summary>
    /// <param name="table">The table, made with that column behind the entity's.</param>
    /// <param name="rows">The integers and the rows.</param>
    /// <param name="column">The last column's name.</param>
    /// <param name="cancellationToken">Stops it.</param>
    internal abstract Task<long> LoadAsync<T>(ITable<T> table, IEnumerable<(int Number, T Row)> rows, string column, CancellationToken cancellationToken) where T : class;

    /// <summary>Makes finding a table's rows by one column fast, where the engine does not do so by itself.</summary>
    internal virtual Task IndexAsync<T>(ITable<T> table, string column, CancellationToken cancellationToken) where T : class => Task.CompletedTask;

    /// <summary>Removes all rows of a table that the workspace made.</summary>
    internal virtual Task ClearAsync<T>(ITable<T> table, CancellationToken cancellationToken) where T : class => table.DeleteAsync(cancellationToken);

    /// <summary>What a table or view looks like that is known only by its name.</summary>
    /// <typeparam name="TRow">A class of the caller's own for this table.</typeparam>
    /// <param name="table">Its name.</param>
    /// <param name="schema">The schema it stands in; <see langword="null"/> for the connection's own.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EngineException">There is no such table.</exception>
    public async Task<TableShape<TRow>> ShapeOfAsync<TRow>(string table, string? schema = null, CancellationToken cancellationToken = default) where TRow : TableRow =>
        TableShape.Named<TRow>(table, await ColumnsOfAsync(table, schema, cancellationToken).ConfigureAwait(false), schema);

    /// <summary>Creates a table and loads it, or does neither; sync, for tests.</summary>
    public ITable<T> Load<T>(IEnumerable<T> rows, string? name = null) where T : class
    {
        var table = CreateTable<T>(name);
        try
        {
            LoadAsync(table, rows).GetAwaiter().GetResult();
        }
        catch
        {
            table.Drop();
            throw;
        }
        return table;
    }

    /// <summary>The columns of a table or view, in order.</summary>
    /// <exception cref="EngineException">There is no such table.</exception>
    protected abstract Task<IReadOnlyList<ColumnType>> ColumnsOfAsync(string table, string? schema, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public virtual void Dispose()
    {
        Connection.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <inheritdoc/>
    public virtual async ValueTask DisposeAsync()
    {
        await Connection.DisposeAsync().ConfigureAwait(false);
        GC.SuppressFinalize(this);
    }
}
