using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>A row that differs, as text. Ignored columns are not in it: for rows that are compared as bags they are not known.</summary>
/// <param name="Change">How it differs.</param>
/// <param name="Key">The cells of its key.</param>
/// <param name="Cells">The others.</param>
sealed record ShownRow(RowChange Change, IReadOnlyList<ShownCell> Key, IReadOnlyList<ShownCell> Cells)
{
    /// <summary>The cells that differ.</summary>
    public IEnumerable<ShownCell> Differing => Cells.Where(c => c.Differs);

    /// <summary>Its key in a line: <c>order_id 17, line 2</c>.</summary>
    public string KeyText => string.Join(", ", Key.Select(c => $"{c.Column} {c.Left}"));

    /// <summary>What differs in a column, as one of its rows shows it; null where none does.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="column">The column.</param>
    /// <param name="most">How many characters of a cell are shown.</param>
    public static (ShownCell Cell, string Key)? ExampleOf(TableComparison comparison, ColumnComparison column, int most)
    {
        if (column.Examples is not [var row, ..])
            return null;
        var shown = Of(comparison, row, most);
        return (shown.Key.Concat(shown.Cells).First(c => c.Differs && c.Column == Printable.Of(column.Name)), shown.KeyText);
    }

    /// <summary>A row of a presented comparison.</summary>
    /// <param name="comparison">The comparison.</param>
    /// <param name="row">The row.</param>
    /// <param name="most">How many characters of a cell are shown.</param>
    public static ShownRow Of(TableComparison comparison, DifferingRow row, int most)
    {
        var cells = comparison.Columns.Select((column, i) => (column, Cell: Cell(column, row, i, most))).Where(c => !c.column.IsIgnored).ToList();
        return new(row.Change, [.. cells.Where(c => c.column.IsKey).Select(c => c.Cell)], [.. cells.Where(c => !c.column.IsKey).Select(c => c.Cell)]);
    }

    static ShownCell Cell(ColumnComparison column, DifferingRow row, int place, int most)
    {
        var (left, right) = row.Left is { } l && row.Right is { } r ? (l[place], r[place]) : (row.Cells[place], row.Cells[place]);
        var differs = row.Differs[place];
        var (one, other) = differs ? CellTexts.Pair(left, right, most) : (CellTexts.Cut(CellTexts.Of(left), most), "");
        return new(Printable.Of(column.Name), one, differs ? other : one, differs);
    }
}
