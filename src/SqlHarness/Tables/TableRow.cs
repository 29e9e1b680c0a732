using LinqToDB.Mapping;

namespace SqlHarness.Tables;

/// <summary>
/// A row of a table that is known only by its name. Derive a class for each table of a query (<c>sealed class Orders : TableRow;</c>), since a connection maps a class to one table;
/// its columns are those of a <see cref="TableShape{TRow}"/>.
/// </summary>
public abstract class TableRow
{
    /// <summary>The values by column name.</summary>
    [DynamicColumnsStore]
    public IDictionary<string, object?> Cells { get; set; } = new Dictionary<string, object?>();
}
