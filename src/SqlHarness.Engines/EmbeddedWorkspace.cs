using System.Data.Common;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;
using SqlHarness.Engines.Loading;

namespace SqlHarness.Engines;

/// <summary>What SQLite's and DuckDB's workspaces share: making tables under the contract.</summary>
/// <param name="connection">The connection, open.</param>
/// <param name="temporary">Whether tables are temporary, because the database is the user's own.</param>
abstract class EmbeddedWorkspace(DataConnection connection, bool temporary) : Workspace(connection)
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
            BeforeCreate(entity);
            return Connection.CreateTable<T>(name, tableOptions: temporary ? TableOptions.IsTemporary : TableOptions.NotSet);
        }
        catch (DbException exception)
        {
            throw new EngineException($"{EngineName} cannot create the table {name}: {FirstLine(exception)}", exception);
        }
    }

    public override async Task<long> LoadAsync<T>(ITable<T> table, IEnumerable<T> rows, CancellationToken cancellationToken = default)
    {
        var binder = RowBinder.For<T>(Describe<T>());
        try
        {
            return await LoadAsync(table, rows, binder, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException exception)
        {
            throw new EngineException($"{EngineName} cannot load {table.TableName}: {FirstLine(exception)}", exception);
        }
    }

    /// <summary>Loads all rows or none.</summary>
    protected abstract Task<long> LoadAsync<T>(ITable<T> table, IEnumerable<T> rows, Action<T, RowWriter> bind, CancellationToken cancellationToken)
        where T : class;

    protected virtual void BeforeCreate(EntityDescriptor entity) { }

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

    internal static string FirstLine(Exception exception) => exception.Message.Split('\n')[0].Trim();
}
