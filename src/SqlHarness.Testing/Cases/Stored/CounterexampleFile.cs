using System.Text;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Stored;

/// <summary>
/// A case as a small Markdown file: a quoted comment, then a table for each of the query's tables under the name of its entity, the second of the same
/// entity under <c>Order 2</c>. Columns that are NULL in all rows are left out. The same case and comment give the same bytes: UTF-8, lines end in \n.
/// </summary>
static class CounterexampleFile
{
    static readonly UTF8Encoding Utf8 = new(false, true);

    /// <summary>Writes a case; an existing file is replaced, and at no time is there half a file.</summary>
    /// <param name="path">The file; its folder is there.</param>
    /// <param name="tables">The query's tables.</param>
    /// <param name="rows">The case.</param>
    /// <param name="comment">What it shows and where it came from; it may have several lines.</param>
    /// <exception cref="NotSupportedException">A value has no text; the message names its type.</exception>
    public static void Write(string path, InputTables tables, InputCase rows, string comment)
    {
        using var text = new StringWriter();
        Write(text, tables, rows, comment);
        // Processes that write the same file have files of their own until then.
        var temporary = FormattableString.Invariant($"{path}.{Environment.ProcessId}.{Environment.CurrentManagedThreadId}.tmp");
        try
        {
            File.WriteAllText(temporary, text.ToString(), Utf8);
            File.Move(temporary, path, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }
    }

    /// <summary>The same to a writer.</summary>
    public static void Write(TextWriter writer, InputTables tables, InputCase rows, string comment)
    {
        foreach (var line in comment.ReplaceLineEndings("\n").Trim('\n').Split('\n'))
            writer.Write(("> " + line).TrimEnd() + "\n");
        writer.Write(CounterexampleText.Of(tables, rows));
    }

    /// <summary>Reads a case. Columns and tables may stand in any order; a table that is not there is empty, a column that is not there is NULL.</summary>
    /// <param name="path">The file.</param>
    /// <param name="tables">The query's tables.</param>
    /// <exception cref="FormatException">It does not tell rows of these tables; the message names file, line, table, column and value.</exception>
    public static StoredCounterexample Read(string path, InputTables tables) => new CounterexampleReader(path, tables).Read(File.ReadAllText(path));

    /// <summary>What a file says without its comment, to see whether two say the same.</summary>
    public static string Body(string text) => string.Join('\n', text.ReplaceLineEndings("\n").Split('\n').Where(l => !l.StartsWith('>'))).Trim('\n');
}
