using System.Globalization;
using System.Net;
using System.Text;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Conformance;

/// <summary>The matrix as a page. It is HTML that is XML too.</summary>
static class ConformancePage
{
    const string More = """
        td.same { color: var(--good); } td.other { color: var(--bad); font-weight: 600; } .wide { overflow-x: auto; } td { white-space: nowrap; }
        """;

    public static string Of(ConformanceMatrix matrix)
    {
        var page = new StringBuilder();
        var same = matrix.Results.Count(r => r.Outcome == Outcome.Same);
        var verdict = string.Create(CultureInfo.InvariantCulture, $"{same} of {matrix.Results.Count} are the same as their references");
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width\"/><title>One query, one answer</title>\n<style>\n{PageStyle.Css}\n{More}</style></head>\n<body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>One query, one answer</h1>\n<div class=\"bar\"><i style=\"width:{100.0 * same / Math.Max(1, matrix.Results.Count):0.##}%\"></i></div>\n<p>{verdict}, over {matrix.Results.Max(r => r.Cases)} cases each.</p>\n");
        page.Append(CultureInfo.InvariantCulture, $"<div class=\"wide\"><table><tr><th></th>{string.Concat(matrix.Engines.Select(e => $"<th>{Text(e.Engine)}</th>"))}</tr>\n");
        page.Append(CultureInfo.InvariantCulture, $"<tr><td></td>{string.Concat(matrix.Engines.Select(e => $"<td>{Text(e.Version is null ? "not reached" : ConformanceMatrix.Short(e.Version))}</td>"))}</tr>\n");
        foreach (var query in matrix.Queries)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td><code>{Text(query)}</code></td>{string.Concat(matrix.Engines.Select(e => Cell(matrix.Of(query, e.Engine))))}</tr>\n");
        page.Append("</table></div>\n");
        foreach (var engine in matrix.Engines)
        {
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(engine.Engine)}</h2>\n<p>{Text(engine.Version ?? "not reached")}</p>\n");
            foreach (var result in matrix.Results.Where(r => r.Engine == engine.Engine))
                Append(page, result);
        }

        return page.Append("</body></html>\n").ToString();
    }

    static void Append(StringBuilder page, ConformanceResult result)
    {
        page.Append(CultureInfo.InvariantCulture, $"<details{(result.Outcome == Outcome.Same ? "" : " open=\"open\"")}><summary><code>{Text(result.Query)}</code>: {result.Outcome.ToString().ToLowerInvariant()}</summary><div>\n");
        page.Append(CultureInfo.InvariantCulture, $"<p>{result.Cases} cases, {result.Rows} rows, {result.Statements} queries, {result.Milliseconds} ms</p>\n");
        if (result.Noticed is not null)
            page.Append(CultureInfo.InvariantCulture, $"<p>A planted mistake was noticed: <code>{Text(result.Noticed)}</code></p>\n");
        if (result.OneByOne is not null)
            page.Append(CultureInfo.InvariantCulture, $"<p>Cases ran one by one: {Text(result.OneByOne)}</p>\n");
        if (result.Reason is not null)
            page.Append(CultureInfo.InvariantCulture, $"<pre>{Text(result.Reason)}</pre>\n");
        page.Append("</div></details>\n");
    }

    static string Cell(ConformanceResult? result) => $"<td class=\"{(result?.Outcome == Outcome.Same ? "same" : "other")}\">{(result is null ? "" : Text(ConformanceMatrix.Cell(result)))}</td>";

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
