using System.Text;
using SqlHarness.Tables;
using SqlHarness.Testing.Cases.Statistics;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Stored;

/// <summary>The tables of a case as aligned Markdown.</summary>
static class CounterexampleText
{
    /// <summary>What stands for the rows of an empty table.</summary>
    public const string NoRows = "(no rows)";

    public static string Of(InputTables tables, InputCase rows)
    {
        var text = new StringBuilder();
        var cells = tables.Cells(rows);
        for (var t = 0; t < tables.Tables.Count; t++)
        {
            text.Append("\n## ").Append(InputStatistics.NameOf(tables, t)).Append("\n\n");
            if (cells.Tables[t].Count == 0)
                text.Append(NoRows).Append('\n');
            else
                Append(text, tables.Tables[t].Columns, cells.Tables[t]);
        }

        return text.ToString();
    }

    static void Append(StringBuilder text, IReadOnlyList<InputColumn> columns, IReadOnlyList<object?[]> rows)
    {
        // One at least, or there would be no rows.
        var told = Enumerable.Range(0, columns.Count).Where(c => !columns[c].IsNullable || rows.Any(r => r[c] is not null))
            .DefaultIfEmpty(0).ToArray();
        var isRight = told.Select(c => DifferenceText.IsNumber(columns[c].Type) && !columns[c].Type.IsEnum).ToArray();
        List<string[]> lines = [[.. told.Select(c => columns[c].Member)], .. rows.Select(r => told.Select(c => CellLiteral.Of(r[c])).ToArray())];
        var widths = told.Select((_, i) => Math.Max(lines.Max(l => l[i].Length), 3)).ToArray();
        lines.Insert(1, [.. widths.Select((width, i) => isRight[i] ? new string('-', width - 1) + ":" : new string('-', width))]);
        foreach (var line in lines)
            text.Append("| ").AppendJoin(" | ", line.Select((cell, i) => isRight[i] ? cell.PadLeft(widths[i]) : cell.PadRight(widths[i]))).Append(" |\n");
    }
}
