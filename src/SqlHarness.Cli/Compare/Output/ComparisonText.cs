using Spectre.Console;
using SqlHarness.Comparisons;

namespace SqlHarness.Cli.Compare;

/// <summary>A comparison for the terminal: the verdict, and then only what says something.</summary>
static class ComparisonText
{
    const int MostColumns = 20;
    const int MostCharacters = 60;
    const int MostExample = 30;

    /// <summary>Prints it.</summary>
    public static void Print(IAnsiConsole console, TableComparison comparison, Mask mask)
    {
        var shown = Presented.Of(comparison, mask);
        console.WriteLine(Headline.Of(shown), new(shown.Verdict switch { Verdict.Different => Color.Red, Verdict.Identical => Color.Green, _ => Color.Yellow }, decoration: Decoration.Bold));
        console.WriteLine();
        Sides(console, shown);
        Schema(console, shown.Schema.Differences);
        if (shown.Totals is { } totals)
            TotalsText.Print(console, totals);
        Columns(console, shown);
        ExamplesText.Print(console, shown, MostCharacters);
        Explanations(console, shown);
        Ledger(console, shown.Hidden);
        console.WriteLine();
        console.WriteLine($"compared by {Words.Run(shown.Run)}", Faint);
    }

    /// <summary>The style of what is said aside.</summary>
    public static Style Faint { get; } = new(Color.Grey);

    /// <summary>A section's title, behind an empty line.</summary>
    public static void Title(IAnsiConsole console, string title)
    {
        console.WriteLine();
        console.WriteLine(title, new(decoration: Decoration.Bold));
    }

    /// <summary>A table that has no more width than it needs.</summary>
    public static Table Table(params IEnumerable<string> columns)
    {
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var column in columns)
            table.AddColumn(new TableColumn(new Text(column)));
        return table;
    }

    /// <summary>A row of plain text: no value is markup.</summary>
    public static void Row(Table table, params IEnumerable<string> cells) => table.AddRow(cells.Select(c => new Text(c)));

    static void Sides(IAnsiConsole console, TableComparison shown)
    {
        var sides = new Grid().AddColumn(new GridColumn().PadLeft(0).PadRight(3).NoWrap()).AddColumn(new GridColumn().PadRight(3)).AddColumn(new GridColumn().RightAligned().NoWrap().PadRight(0));
        sides.AddRow(new Text("left"), new Text(Printable.Of(shown.Left)), new Text(Words.Count(shown.Run.LeftRows, "row")));
        sides.AddRow(new Text("right"), new Text(Printable.Of(shown.Right)), new Text(Words.Count(shown.Run.RightRows, "row")));
        console.Write(sides);
        console.WriteLine($"key     {Words.Key(shown)}");
        if (Words.NonUnique(shown) is { } sentence)
            console.WriteLine(sentence);
    }

    static void Schema(IAnsiConsole console, IReadOnlyList<SchemaDifference> differences)
    {
        if (differences.Count == 0)
            return;
        Title(console, $"Schema: {Words.Count(differences.Count, "difference")}");
        var table = Table("change", "column", "left", "right", "meaning");
        foreach (var d in differences.Take(MostColumns))
            Row(table, Words.Change(d.Change), Name(d.Column), Printable.Of(d.Left ?? ""), Printable.Of(d.Right ?? ""), Printable.Of(d.Meaning));
        console.Write(table);
        LeftOut(console, differences.Count - MostColumns, "difference");
    }

    static void Columns(IAnsiConsole console, TableComparison shown)
    {
        var compared = shown.Columns.Where(c => !c.IsIgnored).ToList();
        var differing = compared.Where(c => c.Counts.Unequal > 0).ToList();
        if (differing.Count > 0)
        {
            Title(console, $"Columns that differ, in {Words.Count(differing[0].Counts.Equal + differing[0].Counts.Unequal, "row")} of both sides");
            // A column of nothing is left out.
            (string Name, Func<ColumnCounts, long> Count)[] more = [.. new (string, Func<ColumnCounts, long> Count)[]
            {
                ("NULL on the left", c => c.LeftNull), ("NULL on the right", c => c.RightNull), ("equal by rule", c => c.Hidden),
            }.Where(m => differing.Exists(c => m.Count(c.Counts) > 0))];
            string[] example = differing.Exists(c => c.Examples.Count > 0) ? ["for example"] : [];
            var table = Table(["column", "differ", "share", .. more.Select(m => m.Name), .. example]);
            foreach (var column in table.Columns.Skip(1).SkipLast(example.Length))
                column.RightAligned();
            foreach (var (column, counts) in differing.Take(MostColumns).Select(c => (c, c.Counts)))
                Row(table, [Name(column.Name), Words.Number(counts.Unequal), Words.Share(counts.Unequal, counts.Equal + counts.Unequal), .. more.Select(m => Words.Number(m.Count(counts))), .. example.Select(_ => Example(shown, column))]);
            console.Write(table);
            LeftOut(console, differing.Count - MostColumns, "column");
            if (compared.Count > differing.Count)
                console.WriteLine(Equal(compared.Count - differing.Count));
        }
    }

    static string Example(TableComparison shown, ColumnComparison column) => ShownRow.ExampleOf(shown, column, MostExample) is var (cell, key) ? $"{cell.Left} → {cell.Right}{(key.Length == 0 ? "" : $" at {CellTexts.Cut(key, MostExample)}")}" : "";

    /// <summary>How many columns are equal, in a sentence.</summary>
    public static string Equal(int columns) => $"{Words.Count(columns, "column")} {(columns == 1 ? "is" : "are")} equal";

    static void Explanations(IAnsiConsole console, TableComparison shown)
    {
        if (shown.Explanations.Count == 0)
            return;
        Title(console, "What the differences have in common");
        foreach (var explanation in shown.Explanations)
        {
            console.WriteLine($"- {Words.Explained(explanation)}");
            foreach (var row in explanation.CounterExamples.Take(3).Select(row => ShownRow.Of(shown, row, MostCharacters)))
                console.WriteLine($"  not so: {string.Join(", ", row.Key.Select(k => $"{k.Column} {k.Left}").Concat(row.Differing.Take(3).Select(c => $"{c.Column} {c.Left} → {c.Right}")))}");
        }
    }

    static void Ledger(IAnsiConsole console, IReadOnlyList<HiddenDifference> hidden)
    {
        if (hidden.Count == 0)
            return;
        Title(console, "Rules that could hide a difference");
        var table = Table("rule", "column", "hid, rows");
        table.Columns[2].RightAligned();
        // What hid something first.
        foreach (var rule in hidden.OrderByDescending(h => h.Rows).Take(MostColumns))
            Row(table, Printable.Of(rule.Rule), Name(rule.Column ?? ""), rule.Rows == 0 ? "none" : Words.Number(rule.Rows));
        console.Write(table);
        LeftOut(console, hidden.Count - MostColumns, "rule");
    }

    static string Name(string name) => CellTexts.Cut(Printable.Of(name), MostCharacters);

    static void LeftOut(IAnsiConsole console, int count, string what)
    {
        if (count > 0)
            console.WriteLine($"{Words.Number(count)} more {what}{(count == 1 ? "" : "s")} not shown", Faint);
    }
}
