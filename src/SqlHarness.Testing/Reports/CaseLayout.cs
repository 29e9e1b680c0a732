using SqlHarness.Tables;
using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.Reports;

/// <summary>How a case is shown: a table an input, in the order in which the query's windows read it, with the time since the row before.</summary>
/// <param name="tables">The tables' entity types.</param>
/// <param name="orders">The orders that the query's windows have.</param>
sealed class CaseLayout(IReadOnlyList<Type> tables, IReadOnlyList<ReadingOrder> orders)
{
    /// <summary>The tables' entity types.</summary>
    public IReadOnlyList<Type> Tables => tables;

    /// <summary>The case as aligned tables.</summary>
    public string Text(InputCase input) => string.Join("\n\n", tables.Select((table, i) => Text(table, input.Tables[i])));

    string Text(Type table, IReadOnlyList<object> rows)
    {
        var order = orders.FirstOrDefault(o => o.Entity == table)?.In(RowColumns.Of(table));
        var sorted = order?.Sorted(rows) ?? rows;
        var text = RowsText.Of(table, sorted, order?.SincePrevious(sorted) is { } since ? ("since previous", [.. since.Select(s => s is null ? "" : CellText.Of(s))]) : null);
        return tables.Count == 1 && rows.Count > 0 ? text : $"  {table.Name}{(rows.Count == 0 ? ": empty" : "\n" + text)}";
    }
}
