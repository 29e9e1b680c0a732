using Spectre.Console;
using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>The ladder of totals for the terminal.</summary>
static class TotalsText
{
    const int MostBelow = 10;
    const int MostGroups = 40;

    public static void Print(IAnsiConsole console, TotalsComparison totals)
    {
        ComparisonText.Title(console, Ladder.Title(totals));
        if (totals.All.Differs)
            console.Write(Table(totals));
        foreach (var remark in Ladder.Remarks(totals))
            console.WriteLine(remark);
    }

    static Table Table(TotalsComparison totals)
    {
        // One total needs no name on each line.
        var isOne = totals.Measures.Count == 1;
        var table = ComparisonText.Table([isOne ? Ladder.Measure(totals.Measures[0]) : "", .. isOne ? Array.Empty<string>() : ["total"], "left", "right", "difference"]);
        foreach (var column in table.Columns.TakeLast(3))
            column.RightAligned();
        foreach (var line in Ladder.Of(totals, MostBelow, MostGroups))
        {
            // Padded, not spaced, so that a name of two lines stands in its place.
            var group = new Padder(new Text(CellTexts.Cut(line.Text, 40))).Padding(2 * line.Depth, 0, 0, 0);
            if (line.Totals.Count == 0)
                table.AddRow([group, .. Enumerable.Repeat(Text.Empty, table.Columns.Count - 1)]);
            for (var i = 0; i < line.Totals.Count; i++)
            {
                var total = line.Totals[i];
                string[] cells = [.. isOne ? Array.Empty<string>() : [total.Measure], total.Left, total.Right, total.Difference];
                table.AddRow([i == 0 ? group : Text.Empty, .. cells.Select(c => new Text(c))]);
            }
        }

        return table;
    }
}
