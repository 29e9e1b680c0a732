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
        var columns = RowColumns.Of(table);
        var order = orders.FirstOrDefault(o => o.Entity == table)?.In(columns);
        var sorted = order is null ? rows : order.Sorted(rows);
        List<(string Name, bool IsNumber, IReadOnlyList<string> Texts)> shown = [.. columns.Select(c => (c.Name, DifferenceText.IsNumber(c.Type), CellText.OfColumn([.. sorted.Select(c.ValueOf)])))];
        if (order?.SincePrevious(sorted) is { } since)
            shown.Add(("since previous", true, [.. since.Select(s => s is null ? "" : CellText.Of(s))]));
        var text = TextTable.Of([.. shown.Select(c => c.Name)], [.. sorted.Select((_, i) => (IReadOnlyList<string>)[.. shown.Select(c => c.Texts[i])])], [.. shown.Select(c => c.IsNumber)]);
        return tables.Count == 1 && rows.Count > 0 ? text : $"  {table.Name}{(rows.Count == 0 ? ": empty" : "\n" + text)}";
    }
}
