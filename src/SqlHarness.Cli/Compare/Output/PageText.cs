using System.Globalization;
using System.Net;
using System.Text;

namespace SqlHarness.Cli.Compare;

/// <summary>Text in a page that is XML too.</summary>
static class PageText
{
    /// <summary>Encoded text, printable.</summary>
    public static string Of(string text) => WebUtility.HtmlEncode(Printable.Of(text));

    /// <summary>A name or a value, encoded, in the letters of code.</summary>
    public static string Code(string text) => text.Length == 0 ? "" : $"<code>{Of(text)}</code>";

    /// <summary>A table.</summary>
    /// <param name="headers">The columns' names, encoded; a colon at the end makes a column of numbers.</param>
    /// <param name="rows">The cells, encoded.</param>
    public static string Table(IReadOnlyList<string> headers, IEnumerable<IEnumerable<string>> rows)
    {
        string Class(int i) => headers[i].EndsWith(':') ? " class=\"n\"" : "";
        var text = new StringBuilder("<div class=\"wide\"><table><tr>").AppendJoin("", headers.Select((h, i) => $"<th{Class(i)}>{h.TrimEnd(':')}</th>")).Append("</tr>\n");
        foreach (var row in rows)
            text.Append("<tr>").AppendJoin("", row.Select((cell, i) => $"<td{Class(i)}>{cell}</td>")).Append("</tr>\n");
        return text.Append("</table></div>\n").ToString();
    }

    /// <summary>What is not shown.</summary>
    public static string More(long count, string what) => count <= 0 ? "" : $"<p>{Words.Number(count)} more {what}{(count == 1 ? "" : "s")} not shown</p>\n";

    /// <summary>A width in percent.</summary>
    public static string Width(long part, long whole) => (100.0 * part / Math.Max(1, whole)).ToString("0.###", CultureInfo.InvariantCulture) + "%";
}
