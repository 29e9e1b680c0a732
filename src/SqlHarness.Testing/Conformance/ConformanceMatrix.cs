using System.Globalization;
using System.Text;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Conformance;

/// <summary>What became of queries on engines.</summary>
/// <param name="Results">One for each query and engine.</param>
public sealed record ConformanceMatrix(IReadOnlyList<ConformanceResult> Results)
{
    /// <summary>The engines, in the order in which they were asked, each with its version.</summary>
    public IReadOnlyList<(string Engine, string? Version)> Engines => [.. Results.GroupBy(r => r.Engine).Select(g => (g.Key, g.Select(r => r.Version).FirstOrDefault(v => v is not null)))];

    /// <summary>The queries, in the order in which they were asked.</summary>
    public IReadOnlyList<string> Queries => [.. Results.Select(r => r.Query).Distinct()];

    /// <summary>Whether every query is the same on every engine.</summary>
    public bool IsSame => Results.All(r => r.Outcome == Outcome.Same);

    /// <summary>The result of a query on an engine; null where it was not asked.</summary>
    public ConformanceResult? Of(string query, string engine) => Results.FirstOrDefault(r => r.Query == query && r.Engine == engine);

    /// <summary>A table in Markdown: a row for each query, a column for each engine, in each cell outcome, cases and milliseconds.</summary>
    public string ToMarkdown()
    {
        var text = new StringBuilder().Append(CultureInfo.InvariantCulture, $"| | {string.Join(" | ", Engines.Select(e => $"{e.Engine}{(e.Version is null ? "" : $" {Short(e.Version)}")}"))} |\n|---|{string.Concat(Engines.Select(_ => "---|"))}\n");
        foreach (var query in Queries)
            text.Append(CultureInfo.InvariantCulture, $"| {query} | {string.Join(" | ", Engines.Select(e => Cell(Of(query, e.Engine))))} |\n");
        return text.ToString();
    }

    /// <summary>The results for tools.</summary>
    public string ToJson() => JsonText.Of(Results);

    /// <summary>The matrix as one page without anything from outside: outcomes first, then each query on each engine with what ran, and the counterexamples.</summary>
    public string ToHtml() => ConformancePage.Of(this);

    /// <summary>A version without what its distribution adds: <c>15.18</c>.</summary>
    internal static string Short(string version) => (Array.Find(version.Split(' ', '-', '('), part => part.Any(char.IsAsciiDigit)) ?? version).TrimStart('v');

    internal static string Cell(ConformanceResult? result) => result is null ? "" : string.Create(CultureInfo.InvariantCulture,
        $"{result.Outcome.ToString().ToLowerInvariant()}{(result.Cases == 0 ? "" : $", {result.Cases} cases")}{(result.Outcome == Outcome.Unavailable ? "" : $", {result.Milliseconds} ms")}");
}
