using System.Globalization;
using System.Text;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Coverage;

/// <summary>Which situations of a query its cases reach.</summary>
/// <param name="Query">The query's name.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="Cases">How many cases there were.</param>
/// <param name="Situations">The situations, in the order in which one reads the query.</param>
/// <param name="NotMeasured">Parts of the query whose situations could not be counted, each with the reason; without those that were said to be out of reach.</param>
public sealed record CoverageReport(string Query, string Engine, int Cases, IReadOnlyList<CoverageSituation> Situations, IReadOnlyList<string> NotMeasured)
{
    string Tree { get; init; } = "";

    /// <summary>Whether everything was measured, every situation is reached or out of reach with a reason, and none is both.</summary>
    public bool IsComplete => NotMeasured.Count == 0 && !Missing.Any() && !Idle.Any();

    /// <summary>What no case reaches, though it may be.</summary>
    public IEnumerable<CoverageSituation> Missing => Situations.Where(s => s.Cases == 0 && s.OutOfReach is null);

    /// <summary>What is reached, though it was said to be out of reach; and what was said so and is no situation of the query.</summary>
    public IReadOnlyList<string> Idle { get; private init; } = [];

    /// <summary>The report for tools.</summary>
    public string ToJson() => JsonText.Of(this);

    /// <summary>The report: the query as a tree, missing situations marked, an example of each rare one.</summary>
    public override string ToString()
    {
        var text = new StringBuilder();
        var missing = Missing.ToList();
        text.Append(CultureInfo.InvariantCulture, $"{Query} on {Engine}: {(IsComplete ? "every situation is reached" : $"{string.Join(", ", Lacks(missing.Count))}")}. {Tree}");
        foreach (var idle in Idle)
            text.Append(CultureInfo.InvariantCulture, $"\n\n{idle}");
        if (missing.Count > 0)
        {
            text.Append("\n\nMissing\n").AppendJoin('\n', missing.Select(s => "  " + s.Id))
                .Append(CultureInfo.InvariantCulture, $"\nLet generated rows have it (.Column, .Rows, .Cases), or say why none can: .CannotReach({CSharpText.Value(missing[0].Id)}, \"why\")");
        }

        if (NotMeasured.Count > 0)
            text.Append("\n\nNot measured, which may be said to be meant: .CannotReach(\"…: not measured\", \"why\")\n").AppendJoin('\n', NotMeasured.Select(n => "  " + n));
        var outOfReach = Situations.Where(s => s.Cases == 0 && s.OutOfReach is not null).ToList();
        if (outOfReach.Count > 0)
            text.Append("\n\nOut of reach\n").AppendJoin('\n', outOfReach.Select(s => $"  {s.Id}: {s.OutOfReach}"));
        return text.ToString();
    }

    IEnumerable<string> Lacks(int missing)
    {
        if (missing > 0)
            yield return missing == 1 ? "1 situation is missing" : string.Create(CultureInfo.InvariantCulture, $"{missing} situations are missing");
        if (NotMeasured.Count > 0)
            yield return NotMeasured.Count == 1 ? "1 part cannot be measured" : string.Create(CultureInfo.InvariantCulture, $"{NotMeasured.Count} parts cannot be measured");
        if (Idle.Count > 0)
            yield return "something is reached, or not there, that was said to be out of reach";
    }

    internal static CoverageReport Of(string query, string engine, DrawnCases drawn, IReadOnlyDictionary<string, string> outOfReach)
    {
        var covered = drawn.Coverage!;
        IReadOnlyList<CoverageSituation> situations = [.. covered.Goals.Select(g => new CoverageSituation(
            g.Goal.Id, g.Goal.Level, g.Goal.Place, g.Goal.What, g.Cases.Count, g.IsMissing ? null : drawn.Layout.Text(drawn.Generated[g.Cases[0]]), outOfReach.GetValueOrDefault(g.Goal.Id)))];
        var unmeasured = covered.NotMeasured.Select(n => (Id: $"{n.Level}: {n.Place}: not measured", n.Reason)).DistinctBy(n => n.Id).ToList();
        return new(query, engine, covered.Cases, situations, [.. unmeasured.Where(n => !outOfReach.ContainsKey(n.Id)).Select(n => $"{n.Id} ({n.Reason})")])
        {
            Tree = CoverageText.Of(covered),
            Idle =
            [
                .. situations.Where(s => s.Cases > 0 && s.OutOfReach is not null).Select(s => $"'{s.Id}' was said to be out of reach ({s.OutOfReach}), but {s.Cases} cases reach it; take its .CannotReach(…) away."),
                .. outOfReach.Keys.Except(situations.Select(s => s.Id)).Except(unmeasured.Select(n => n.Id)).Select(id => $"'{id}' was said to be out of reach, but the query has no such situation; take its .CannotReach(…) away."),
            ],
        };
    }
}
