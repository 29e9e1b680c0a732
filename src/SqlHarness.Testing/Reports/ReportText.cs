using System.Globalization;
using System.Text;
using SqlHarness.Tables;
using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.Reports;

/// <summary>A failed proof as text: headline, input, expected beside actual, SQL, how to replay, and a test to paste.</summary>
static class ReportText
{
    public static string Of(Counterexample found)
    {
        var verdict = found.Shrunk.Smallest;
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"{found.Property} {found.Broken} on {found.Engine}: {(found.IsFailingAtLeast ? "at least " : "")}{found.Failing} of {found.Cases.Cases.Count} cases fail")
            .Append(found.Cases.Seed is { } seed ? string.Create(CultureInfo.InvariantCulture, $" (seed {seed}).") : ".");

        Section(text, Input(found), found.Layout.Text(verdict.Case.Input));
        if (verdict.Changed is not null)
            Section(text, "Input after the change", found.Layout.Text(verdict.Changed));
        if (verdict.Difference is not null)
            Section(text, "Answer: differing cells in brackets", DifferenceText.Of(verdict.Difference));
        for (var error = verdict.Error; error is not null; error = error.InnerException)
            Section(text, error == verdict.Error ? "No answer" : "because", $"  {error.GetType().Name}: {error.Message}");
        if (found.Steps.Count > 0)
            Section(text, "Steps", StepText.Of(found.Steps, found.References, verdict.Case.Input));
        Section(text, $"SQL ({found.Engine})", found.Sql.Length > 0 ? found.Sql.ReplaceLineEndings("\n").TrimEnd() : "  none: the statement was never made");
        if (found.OneByOne is { } why)
            Section(text, "Run one by one", $"  {why}");
        if (found.Cases.Seed is { } replay)
            Section(text, "Replay", string.Create(CultureInfo.InvariantCulture, $"  {CaseBudget.SeedVariable}={replay} {CaseBudget.CountVariable}={found.Cases.Asked}"));
        if (found.StoredAs is { } path)
            Section(text, "Stored, and run from now on", $"  {path}");
        Section(text, "As a test", found.FailsAlone == false ? "  none for one case: it takes the cases together" : FactText.Of(found));
        return text.ToString();
    }

    static string Input(Counterexample found)
    {
        var (before, after) = (found.Original.Input.Rows, found.Shrunk.Smallest.Case.Input.Rows);
        var shrunk = found.Shrunk.Rounds == 0 ? Rows(after)
            : $"shrunk from {Rows(before)} to {after} in {found.Shrunk.Rounds} rounds, {found.Shrunk.Candidates} candidates{(found.Shrunk.IsComplete ? "" : ", stopped before the end")}";
        var alone = found.FailsAlone switch
        {
            true => "fails alone too",
            false => "fails only together with the other cases: alone it is right, so the query mixes cases, or the engine's plan for more rows is at fault",
            null => "time ran out before it was run alone",
        };
        return string.Create(CultureInfo.InvariantCulture, $"Input: case {found.Original.Id}, {(found.StoredIn is null ? "" : $"stored in {found.StoredIn}, ")}{shrunk}; {alone}");
    }

    static string Rows(int rows) => rows == 1 ? "1 row" : string.Create(CultureInfo.InvariantCulture, $"{rows} rows");

    static void Section(StringBuilder text, string title, string body) => text.Append("\n\n").Append(title).Append('\n').Append(body);
}
