using System.Globalization;
using System.Net;
using System.Text;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Mutation;

/// <summary>The score as one page without anything from outside: survivors open, the rest to be opened, each mutant with the lines of SQL that it changes. It is HTML that is XML too.</summary>
static class MutationPage
{
    static readonly (MutantStatus Status, string Title)[] Sections =
    [
        (MutantStatus.Survived, "Survived: the tests do not notice these changes"), (MutantStatus.Killed, "Killed"), (MutantStatus.Accepted, "Accepted, each with its reason"),
        (MutantStatus.Equivalent, "Equivalent, as mapping or query show"), (MutantStatus.Flaky, "Answer by chance"), (MutantStatus.Stillborn, "Stillborn: no query that the engine takes"),
        (MutantStatus.NotApplied, "Not applied: the SQL is the query's own"),
    ];

    public static string Of(MutationScore score)
    {
        var page = new StringBuilder();
        page.Append(CultureInfo.InvariantCulture, $"<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\"/><meta name=\"viewport\" content=\"width=device-width\"/><title>Mutants of {Text(score.Query)}</title>\n<style>\n{PageStyle.Css}\n</style></head>\n<body>\n");
        page.Append(CultureInfo.InvariantCulture, $"<h1>{Text(score.Query)}</h1>\n<div class=\"bar\"><i style=\"width:{100 * score.Share:0.##}%\"></i></div>\n<p>{Text(score.Headline)}</p>\n");
        page.Append("<h2>Properties</h2>\n<table><tr><th>property</th><th class=\"n\">kills</th><th class=\"n\">no other does</th></tr>\n");
        for (var i = 0; i < score.Properties.Count; i++)
            page.Append(CultureInfo.InvariantCulture, $"<tr><td><code>{Text(score.Properties[i])}</code></td><td class=\"n\">{score.Mutants.Count(m => m.KilledBy(i))}</td><td class=\"n\">{score.KilledOnlyBy(i).Count()}</td></tr>\n");
        page.Append("</table>\n");
        foreach (var (status, title) in Sections)
        {
            var mutants = score.Mutants.Where(m => m.Status == status).ToList();
            if (mutants.Count == 0)
                continue;
            page.Append(CultureInfo.InvariantCulture, $"<h2>{Text(title)} ({mutants.Count})</h2>\n");
            foreach (var level in mutants.GroupBy(m => m.Level))
            {
                page.Append(CultureInfo.InvariantCulture, $"<div class=\"step\">{Text(level.Key)}</div>\n");
                foreach (var mutant in level)
                    Append(page, score, mutant);
            }
        }

        return page.Append("</body></html>\n").ToString();
    }

    static void Append(StringBuilder page, MutationScore score, MutantOutcome mutant)
    {
        page.Append(CultureInfo.InvariantCulture, $"<details{(mutant.Status == MutantStatus.Survived ? " open=\"open\"" : "")}><summary><span class=\"id\">{mutant.Id}</span> <code><del>{Text(mutant.Before)}</del> → <ins>{Text(mutant.After)}</ins></code></summary><div>\n");
        if (mutant.Reason is not null)
            page.Append(CultureInfo.InvariantCulture, $"<p>{Text(mutant.Reason)}</p>\n");
        if (mutant.Status is MutantStatus.Survived or MutantStatus.Accepted)
            page.Append(CultureInfo.InvariantCulture, $"<p>needs {Text(mutant.Needs)}</p>\n");
        foreach (var situation in mutant.NeverReached)
            page.Append(CultureInfo.InvariantCulture, $"<p>no case reaches {Text(situation)}</p>\n");
        if (mutant.Example is not null)
            page.Append(CultureInfo.InvariantCulture, $"<p>a longer search found a case that shows it:</p><pre>{Text(mutant.Example)}</pre>\n");
        for (var i = 0; i < mutant.FailingCases.Count; i++)
            page.Append(CultureInfo.InvariantCulture, $"<p><code>{Text(score.Properties[i])}</code> fails in {mutant.FailingCases[i]} of {score.Cases} cases</p>\n");
        if (mutant.Sql is not null && mutant.Status != MutantStatus.NotApplied)
            page.Append(CultureInfo.InvariantCulture, $"<pre>{Lines(score.Sql, mutant.Sql)}</pre>\n");
        page.Append("</div></details>\n");
    }

    // A mutant changes few lines: what both begin and end with is left out but for a line on either side.
    static string Lines(string before, string after)
    {
        var (old, changed) = (before.ReplaceLineEndings("\n").TrimEnd().Split('\n'), after.ReplaceLineEndings("\n").TrimEnd().Split('\n'));
        var most = Math.Min(old.Length, changed.Length);
        var head = Enumerable.Range(0, most).TakeWhile(i => old[i] == changed[i]).Count();
        var tail = Enumerable.Range(1, most - head).TakeWhile(i => old[^i] == changed[^i]).Count();
        return string.Join('\n',
        [
            .. old[Math.Max(0, head - 1)..head].Select(l => "  " + Text(l)), .. old[head..^tail].Select(l => $"<del>- {Text(l)}</del>"), .. changed[head..^tail].Select(l => $"<ins>+ {Text(l)}</ins>"),
            .. old[^tail..].Take(1).Select(l => "  " + Text(l)),
        ]);
    }

    static string Text(string text) => WebUtility.HtmlEncode(text);
}
