using System.Globalization;
using SqlHarness.Tables;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Cases.Health;

/// <summary>
/// Whether generated cases reach enough to prove something. Situations are asked for by how often they usually occur
/// (<see cref="Requirement.LeastOf"/>): of 1,000 cases all of them, of 100 only the most frequent, of 20 none but an answer. An empty answer is not asked for:
/// empty tables, which are, give it where it is possible.
/// </summary>
static class CaseHealth
{
    /// <summary>The name of the finding that no case has a row in its answer.</summary>
    public const string Answers = "an answer with rows";

    const string AnswersAdvice = "see whether its conditions can be met together, and generate rows that meet them by .Column or .Rows";

    /// <summary>Refuses cases that reach too little.</summary>
    /// <param name="tables">The query's tables.</param>
    /// <param name="constants">Its constants.</param>
    /// <param name="use">What it does with columns.</param>
    /// <param name="cases">The cases, as generated.</param>
    /// <param name="answered">How many of them have a row in their answer.</param>
    /// <param name="waivers">What they need not reach.</param>
    /// <exception cref="ProofFailedException">Something is never reached, or too seldom, or a waiver waives nothing; the message has a sentence for each.</exception>
    public static void Check(
        InputTables tables, IReadOnlyList<CaseConstant> constants, ColumnUse use, IReadOnlyList<InputCase> cases, int answered, IReadOnlyList<Waiver> waivers)
    {
        var findings = Findings(tables, constants, use, cases, answered, waivers);
        if (findings.Count == 0)
            return;
        throw new ProofFailedException(
            $"The cases prove too little:\n  {string.Join("\n  ", findings)}\nWhat need not be reached is waived by its name in quotes, with the reason.");
    }

    /// <summary>The same as sentences; none where all is well.</summary>
    public static IReadOnlyList<string> Findings(
        InputTables tables, IReadOnlyList<CaseConstant> constants, ColumnUse use, IReadOnlyList<InputCase> cases, int answered, IReadOnlyList<Waiver> waivers)
    {
        var (requirements, cells) = (Requirements.Of(tables, constants, use), cases.Select(tables.Cells).ToList());
        var counted = requirements.Select(r => (r.Situation.Name, r.Advice, Least: r.LeastOf(cases.Count), Hits: cells.Count(r.Situation.Has)))
            .Append((Name: Answers, Advice: AnswersAdvice, Least: Math.Min(cases.Count, 1), Hits: answered)).ToList();
        return
        [
            .. counted.Where(c => c.Hits < c.Least && !waivers.Any(w => w.Situation == c.Name)).Select(c => Sentence(c.Name, c.Hits, cases.Count, c.Advice)),
            .. waivers.Where(w => !counted.Any(c => c.Name == w.Situation)).Select(w => Unknown(w, counted.Select(c => c.Name))),
            // Where cases are too few to ask for it, nobody knows.
            .. waivers.Where(w => counted.Any(c => c.Name == w.Situation && c.Least > 0 && c.Hits >= c.Least))
                .Select(w => $"'{w.Situation}' is waived ({w.Reason}), but the cases reach it: remove the waiver."),
        ];
    }

    static string Sentence(string name, int hits, int cases, string advice) => string.Create(CultureInfo.InvariantCulture,
        $"{(hits == 0 ? $"No case of {cases} reaches" : $"Only {hits} of {cases} cases reach")} '{name}': {advice}.");

    static string Unknown(Waiver waiver, IEnumerable<string> names)
    {
        var meant = NearestName.Of(waiver.Situation, names) is { } nearest ? $"; did you mean '{nearest}'?" : ".";
        return $"'{waiver.Situation}' is waived ({waiver.Reason}), but nothing of this name is asked for{meant}";
    }
}
