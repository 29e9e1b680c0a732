using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Engines;

/// <summary>Sides of comparisons in a workspace.</summary>
public static class WorkspaceComparisons
{
    /// <summary>Objects in memory as a side, by the columns that their class is mapped to; they are loaded into a table of the workspace.</summary>
    /// <param name="workspace">The workspace; that of the other side, so that one query compares both.</param>
    /// <param name="rows">The objects.</param>
    /// <param name="said">What messages call them; also the table's name.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EngineException">A value breaks the contract; the message names row and column.</exception>
    public static async Task<ComparedSide> SideOfAsync<T>(this Workspace workspace, IEnumerable<T> rows, string said, CancellationToken cancellationToken = default) where T : class
    {
        ArgumentNullException.ThrowIfNull(workspace);
        var table = workspace.CreateTable<T>(said);
        await workspace.LoadAsync(table, rows, cancellationToken).ConfigureAwait(false);
        return ComparedSide.Of(workspace.Connection, table, TableShape.Of<T>(workspace.Connection.MappingSchema), said);
    }
}
