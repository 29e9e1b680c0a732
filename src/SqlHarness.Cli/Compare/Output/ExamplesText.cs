using Spectre.Console;
using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>Rows that differ for the terminal: of modified ones the cells that do, a line each; of the others the first cells.</summary>
static class ExamplesText
{
    const int MostRows = 20;
    const int MostCells = 12;

    // Where rows differ in many cells, fewer rows say as much.
    const int MostLines = 60;

    // A column narrower than this is not read.
    const int NarrowColumn = 16;

    public static void Print(IAnsiConsole console, TableComparison shown, int mostCharacters)
    {
        foreach (var (change, count) in new[] { (RowChange.Modified, shown.Rows.Modified), (RowChange.Added, shown.Rows.Added), (RowChange.Removed, shown.Rows.Removed) })
        {
            var rows = shown.Examples.Where(e => e.Change == change).Take(Math.Min(MostRows, Fitting(shown, change))).Select(e => ShownRow.Of(shown, e, mostCharacters)).ToList();
            if (rows.Count == 0)
                continue;
            ComparisonText.Title(console, Title(change, rows.Count, count));
            if (change == RowChange.Modified)
                console.Write(Modified(shown, rows));
            else
                OneSided(console, rows);
        }
    }

    /// <summary>What a table of rows shows, and of how many.</summary>
    public static string Title(RowChange change, int shown, long count)
    {
        var what = change switch { RowChange.Modified => "Modified", RowChange.Added => "Added, on the right alone", _ => "Removed, on the left alone" };
        return count <= shown ? $"{what}: {Words.Count(count, "row")}" : $"{what}: {Words.Number(shown)} of {Words.Count(count, "row")}";
    }

    static int Fitting(TableComparison shown, RowChange change)
    {
        var (rows, lines) = (0, 0);
        foreach (var example in shown.Examples.Where(e => e.Change == change))
        {
            lines += Math.Clamp(example.Differs.Count(d => d), 1, MostCells + 1);
            if (lines > MostLines)
                break;
            rows++;
        }

        return rows;
    }

    static Table Modified(TableComparison shown, List<ShownRow> rows)
    {
        var table = ComparisonText.Table(CellTexts.Cut(Printable.Of(string.Join(", ", shown.Key)), 40), "column", "left", "right");
        foreach (var row in rows)
        {
            var key = string.Join(", ", row.Key.Select(c => c.Left));
            var differing = row.Differing.ToList();
            foreach (var cell in differing.Take(MostCells))
            {
                table.AddRow(new Text(key), new Text(cell.Column), new Text(cell.Left, Color.Red), new Text(cell.Right, Color.Green));
                key = "";
            }

            if (differing.Count > MostCells)
                ComparisonText.Row(table, "", $"{Words.Number(differing.Count - MostCells)} more", "", "");
        }

        return table;
    }

    static void OneSided(IAnsiConsole console, List<ShownRow> rows)
    {
        var most = Math.Max(3, console.Profile.Width / NarrowColumn);
        var columns = rows[0].Key.Count + rows[0].Cells.Count;
        var table = ComparisonText.Table(rows[0].Key.Concat(rows[0].Cells).Take(most).Select(c => c.Column));
        foreach (var row in rows)
            ComparisonText.Row(table, row.Key.Concat(row.Cells).Take(most).Select(c => c.Left));
        console.Write(table);
        if (columns > most)
            console.WriteLine($"{Words.Count(columns - most, "more column", "more columns")} not shown", ComparisonText.Faint);
    }
}
