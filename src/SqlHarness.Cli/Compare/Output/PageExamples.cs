using System.Globalization;
using System.Text;
using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>Rows that differ of a page, as tables.</summary>
static class PageExamples
{
    const int MostRows = 100;
    const int MostColumns = 20;
    const int MostCharacters = 200;

    public static string Of(TableComparison shown)
    {
        var text = new StringBuilder();
        foreach (var (change, count) in new[] { (RowChange.Modified, shown.Rows.Modified), (RowChange.Added, shown.Rows.Added), (RowChange.Removed, shown.Rows.Removed) })
        {
            var rows = shown.Examples.Where(e => e.Change == change).ToList();
            if (rows.Count > 0)
                text.Append(CultureInfo.InvariantCulture, $"<h2>{ExamplesText.Title(change, Math.Min(rows.Count, MostRows), count)}</h2>\n").Append(Rows(shown, rows));
        }

        return text.ToString();
    }

    /// <summary>A table of rows: the key and the columns that differ in one of them, or all columns of rows of one side.</summary>
    public static string Rows(TableComparison shown, IReadOnlyList<DifferingRow> examples)
    {
        var rows = examples.Take(MostRows).Select(e => ShownRow.Of(shown, e, MostCharacters)).ToList();
        var columns = Enumerable.Range(0, rows[0].Cells.Count).ToList();
        if (rows.Exists(r => r.Change == RowChange.Modified))
            columns = [.. columns.Where(i => rows.Exists(r => r.Cells[i].Differs))];
        var text = new StringBuilder("<div class=\"wide\"><table class=\"rows\"><tr>");
        text.AppendJoin("", rows[0].Key.Concat(columns.Take(MostColumns).Select(i => rows[0].Cells[i])).Select(c => $"<th>{PageText.Of(c.Column)}</th>")).Append("</tr>\n");
        foreach (var row in rows)
            text.Append("<tr>").AppendJoin("", row.Key.Select(c => $"<td>{PageText.Code(c.Left)}</td>")).AppendJoin("", columns.Take(MostColumns).Select(i => Cell(row, row.Cells[i]))).Append("</tr>\n");
        return text.Append("</table></div>\n").Append(PageText.More(columns.Count - MostColumns, "column")).Append(PageText.More(examples.Count - MostRows, "row")).ToString();
    }

    static string Cell(ShownRow row, ShownCell cell) => cell.Differs ? $"<td class=\"change\"><del>{PageText.Code(cell.Left)}</del> → <ins>{PageText.Code(cell.Right)}</ins></td>"
        : $"<td{(row.Change == RowChange.Modified ? " class=\"same\"" : "")}>{PageText.Code(cell.Left)}</td>";
}
