using System.Data.Common;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;
using SqlHarness.Engines.Loading;

namespace SqlHarness.Engines;

/// <summary>What all workspaces share: making and loading tables under the contract.</summary>
/// <param name="connection">The connection, open.</param>
abstract class EngineWorkspace(DataConnection connection) : Workspace(connection)
{
    /// <summary>How often loading looks whether it was cancelled, in rows.</summary>
    protected const int RowsBetweenCancellationChecks = 4096;

    protected abstract string EngineName { get; }

    protected abstract EngineLimits Limits { get; }

    public override ITable<T> CreateTable<T>(string? name = null)
    {
        var entity = Describe<T>();
        EntityChecks.Check(entity, Limits);
        name ??= entity.Name.Name;
        if (name.Length == 0)
            throw new EngineException("A table needs a name.");
        try
        {
            return Create<T>(name);
        }
        catch (DbException exception)
        {
            throw new EngineException($"{EngineName} cannot create the table {name}: {FirstLine(exception)}", exception);
        }
    }

    public override Task<long> LoadAsync<T>(ITable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken = default)
    {
        var entity = Describe<T>();
        return LoadAsync(table, rows, ColumnsOf(entity), RowBinder.For<T>(entity), cancellationToken);
    }

    internal override Task<long> LoadAsync<T>(ITable<T> table, IEnumerable<(int Number, T Row)> rows, string column, CancellationToken cancellationToken)
    {
        var entity = Describe<T>();
        var bind = RowBinder.For<T>(entity);
        return LoadAsync(table, rows, [.. ColumnsOf(entity), column], (numbered, writer) =>
        {
            bind(numbered.Row, writer);
            writer.WriteInt32(numbered.Number);
        }, cancellationToken);
    }

    async Task<long> LoadAsync<T, TRow>(ITable<T> table, IEnumerable<TRow> rows, IReadOnlyList<string> columns, Action<TRow, RowWriter> bind, CancellationToken cancellationToken)
        where T : class
    {
        try
        {
            return await WriteAsync(table, rows, columns, bind, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception)
        {
            throw new EngineException($"{EngineName} cannot load {table.TableName}: {FirstLine(exception)}", exception);
        }
    }

    /// <summary>Loads all rows or none.</summary>
    /// <param name="table">The table.</param>
    /// <param name="rows">The rows.</param>
    /// <param name="columns">All columns of the table, in its order.</param>
    /// <param name="bind">Writes a row's values in that order.</param>
    /// <param name="cancellationToken">Stops it.</param>
    protected abstract Task<long> WriteAsync<T, TRow>(ITable<T> table, IEnumerable<TRow> rows, IReadOnlyList<string> columns, Action<TRow, RowWriter> bind, CancellationToken cancellationToken)
        where T : class;

    /// <summary>Creates a table that is known to have columns of the contract's types.</summary>
    protected abstract ITable<T> Create<T>(string name) where T : class;

    protected static long WriteAll<T>(IEnumerable<T> rows, RowWriter writer, Action<T, RowWriter> bind, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        foreach (var row in rows)
        {
            writer.StartRow();
            bind(row, writer);
            writer.EndRow();
            if (writer.Row % RowsBetweenCancellationChecks == 0)
                cancellationToken.ThrowIfCancellationRequested();
        }
        cancellationToken.ThrowIfCancellationRequested();
        return writer.Row;
    }

    protected EntityDescriptor Describe<T>() =>
        Connection.MappingSchema.GetEntityDescriptor(typeof(T), Connection.Options.ConnectionOptions.OnEntityDescriptorCreated);

    static IReadOnlyList<string> ColumnsOf(EntityDescriptor entity) => [.. entity.Columns.Select(column => column.ColumnName)];

    internal static string FirstLine(Exception exception) => exception.Message.Split('\n')[0].Trim();
}
