using System.Text;
using SqlHarness.Tables;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Reports;

/// <summary>The named steps of a query for one case: what each answers, and the first that leaves its reference.</summary>
static class StepText
{
    const int MostRows = 12;

    public static string Of(IReadOnlyList<StepRows> steps, IReadOnlyList<StepReference> references, InputCase input)
    {
        var text = new StringBuilder();
        foreach (var step in steps)
        {
            var (difference, failure) = step.Failure is null ? Compared(step, references, input) : (null, step.Failure);
            text.Append(text.Length > 0 ? "\n\n  " : "  ").Append(step.Name).Append(failure is not null ? $": {failure}"
                : difference is { IsEmpty: false } ? $": the first step that leaves its reference\n{DifferenceText.Of(difference)}"
                : (difference is null ? "" : ": as its reference") + (step.Rows.Count == 0 ? ": no row" : "\n" + Rows(step)));
            // What comes after a wrong step is wrong with it.
            if (difference is { IsEmpty: false })
                break;
        }

        return text.ToString();
    }

    // A step's reference that throws must not take the place of the report.
    static (BagDifference? Difference, string? Failure) Compared(StepRows step, IReadOnlyList<StepReference> references, InputCase input)
    {
        try
        {
            return (references.FirstOrDefault(r => r.Step == step.Name && r.Row == step.Row)?.Compare(input, step.Rows), null);
        }
        catch (Exception e)
        {
            return (null, $"its reference throws {e.GetType().Name}: {e.Message}");
        }
    }

    static string Rows(StepRows step)
    {
        var table = RowsText.Of(step.Row, [.. step.Rows.Take(MostRows)]);
        return step.Rows.Count > MostRows ? FormattableString.Invariant($"{table}\n  ... and {step.Rows.Count - MostRows} more rows") : table;
    }
}
