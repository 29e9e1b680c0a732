using System.Text;

namespace SqlHarness.Tables;

/// <summary>An aligned table of text.</summary>
public static class TextTable
{
    /// <summary>The table, a line a row, without a line break at the end.</summary>
    /// <param name="headers">The columns' names.</param>
    /// <param name="rows">The cells of each row.</param>
    /// <param name="alignRight">For each column whether it is aligned to the right.</param>
    public static string Of(IReadOnlyList<string> headers, IReadOnlyList<IReadOnlyList<string>> rows, IReadOnlyList<bool> alignRight)
    {
        var widths = headers.Select((h, i) => rows.Select(r => r[i].Length).Append(h.Length).Max()).ToArray();
        var text = new StringBuilder();
        void Line(IReadOnlyList<string> cells) =>
            text.Append("  ").AppendJoin(" | ", cells.Select((c, i) => alignRight[i] ? c.PadLeft(widths[i]) : c.PadRight(widths[i]))).TrimEnd().Append('\n');
        Line(headers);
        text.Append("  ").AppendJoin("-+-", widths.Select(w => new string('-', w))).Append('\n');
        foreach (var row in rows)
            Line(row);
        return text.ToString(0, text.Length - 1);
    }

    static StringBuilder TrimEnd(this StringBuilder text)
    {
        while (text.Length > 0 && text[^1] == ' ')
            text.Length--;
        return text;
    }
}
