using SqlHarness.Tables;

namespace SqlHarness.Testing.Reports;

/// <summary>Rows of any type as an aligned table.</summary>
static class RowsText
{
    /// <summary>The table.</summary>
    /// <param name="row">The rows' type.</param>
    /// <param name="rows">The rows, in the order to show.</param>
    /// <param name="more">A column that they do not have themselves: its name, and a cell a row.</param>
    public static string Of(Type row, IReadOnlyList<object> rows, (string Name, IReadOnlyList<string> Cells)? more = null)
    {
        List<(string Name, bool IsNumber, IReadOnlyList<string> Cells)> columns =
            [.. RowColumns.Of(row).Select(c => (c.Name, DifferenceText.IsNumber(c.Type), CellText.OfColumn([.. rows.Select(c.ValueOf)])))];
        if (more is { } last)
            columns.Add((last.Name, true, last.Cells));
        return TextTable.Of(
            [.. columns.Select(c => c.Name)], [.. rows.Select((_, i) => (IReadOnlyList<string>)[.. columns.Select(c => c.Cells[i])])], [.. columns.Select(c => c.IsNumber)]);
    }
}
