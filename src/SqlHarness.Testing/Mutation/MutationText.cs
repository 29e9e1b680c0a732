using System.Globalization;
using System.Text;
using SqlHarness.Tables;

namespace SqlHarness.Testing.Mutation;

/// <summary>The score as text: what survived first, then which property notices what, then what was set aside.</summary>
static class MutationText
{
    static readonly (MutantStatus Status, string Title)[] SetAside =
    [
        (MutantStatus.Accepted, "accepted"), (MutantStatus.Equivalent, "equivalent"), (MutantStatus.Flaky, "by chance"), (MutantStatus.Stillborn, "stillborn"), (MutantStatus.NotApplied, "not applied"),
    ];

    public static string Of(MutationScore score)
    {
        var text = new StringBuilder(score.Headline).Append('.');
        var survivors = score.Mutants.Where(m => m.Status == MutantStatus.Survived).ToList();
        if (survivors.Count > 0)
            text.Append("\n\nSurvived: the tests do not notice these changes");
        foreach (var level in survivors.GroupBy(m => m.Level))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n  {level.Key}");
            foreach (var mutant in level)
                text.Append(CultureInfo.InvariantCulture, $"\n    {mutant.Id}  {mutant.Before}  →  {mutant.After}\n      needs {mutant.Needs}").Append(NeverReached(mutant)).Append(Example(mutant));
        }

        if (survivors.Count > 0)
            text.Append("\n  Have such cases run (more of them, .Rows, or .Counterexamples with a folder, where found ones are stored), or accept a mutant: .Accept(\"").Append(survivors[0].Id).Append("\", \"why it changes nothing\")");
        if (score.Properties.Count > 1)
            text.Append("\n\nBy property\n").Append(ByProperty(score));
        var aside = SetAside.Select(s => (s.Title, Count: score.Count(s.Status))).Where(s => s.Count > 0).Select(s => string.Create(CultureInfo.InvariantCulture, $"{s.Count} {s.Title}")).ToList();
        if (aside.Count > 0)
            text.Append("\n\nNot counted: ").AppendJoin(", ", aside).Append('.');
        foreach (var mutant in score.Mutants.Where(m => m.Status == MutantStatus.Accepted))
            text.Append(CultureInfo.InvariantCulture, $"\n  {mutant.Id}  {mutant.Before}  →  {mutant.After}: {mutant.Reason}");
        return text.ToString();
    }

    static string NeverReached(MutantOutcome mutant) => string.Concat(mutant.NeverReached.Select(n => $"\n      no case reaches {n}"));

    static string Example(MutantOutcome mutant) => mutant.Example is null ? "" : $"\n      a longer search found a case that shows it:\n{Indented(mutant.Example)}";

    static string ByProperty(MutationScore score) => TextTable.Of(["property", "kills", "alone", ""],
        [.. score.Properties.Select((name, i) => (IReadOnlyList<string>)
        [
            name, Number(score.Mutants.Count(m => m.KilledBy(i))), Number(score.KilledOnlyBy(i).Count()), score.KilledOnlyBy(i).Any() ? "" : "adds nothing to the others",
        ])], [false, true, true, false]);

    static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    static string Indented(string text) => string.Join('\n', text.Split('\n').Select(l => "      " + l));
}
