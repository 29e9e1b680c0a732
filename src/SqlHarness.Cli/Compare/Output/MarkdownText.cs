using System.Text;

namespace SqlHarness.Cli.Compare;

/// <summary>Text in Markdown that stays text: nothing in it is markup, HTML, a cell's end, a link or somebody's name.</summary>
static class MarkdownText
{
    /// <summary>Words in a line.</summary>
    public static string Of(string text)
    {
        var printable = Printable.Of(text);
        // The empty comment keeps a name from being called; a colon that no space follows is an emoji's or a link's; and a line's first sign may make it a list.
        return string.Concat(printable.Select((c, i) => c switch
        {
            '@' => "@<!-- -->",
            ':' when i + 1 < printable.Length && printable[i + 1] != ' ' => "&#58;",
            '+' or '-' or '=' when i == 0 => Number(c),
            _ => Encoded(c),
        }));
    }

    /// <summary>A name or a value, in the letters of code, in which nobody is called and nothing linked. HTML's, not Markdown's, which cannot hold every sign.</summary>
    public static string Code(string text) => text.Length == 0 ? "" : $"<code>{string.Concat(Printable.Of(text).Select(Encoded))}</code>";

    // Signs that Markdown gives a meaning are written as their number: an entity is never markup.
    static string Encoded(char c) => c switch
    {
        '&' => "&amp;",
        '<' => "&lt;",
        '>' => "&gt;",
        '\\' or '`' or '*' or '_' or '{' or '}' or '[' or ']' or '#' or '|' or '~' or '!' or '"' or '\'' or '$' => Number(c),
        _ => c.ToString(),
    };

    static string Number(char c) => $"&#{(int)c};";

    /// <summary>A table.</summary>
    /// <param name="headers">The columns' names, in Markdown; a colon at the end aligns a column to the right.</param>
    /// <param name="rows">The cells, in Markdown.</param>
    public static string Table(IReadOnlyList<string> headers, IEnumerable<IEnumerable<string>> rows)
    {
        var text = new StringBuilder().Append(Line(headers.Select(h => h.EndsWith(':') ? h[..^1] : h))).Append('|');
        foreach (var header in headers)
            text.Append(header.EndsWith(':') ? "---:|" : "---|");
        text.Append('\n');
        foreach (var row in rows)
            text.Append(Line(row));
        return text.Append('\n').ToString();
    }

    /// <summary>A part to be opened.</summary>
    /// <param name="summary">What it is, in Markdown's HTML.</param>
    /// <param name="body">The part, in Markdown.</param>
    public static string Details(string summary, string body) => $"<details><summary>{summary}</summary>\n\n{body.TrimEnd('\n')}\n\n</details>\n\n";

    static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |\n";
}
