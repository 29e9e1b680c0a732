using System.Globalization;
using System.Text;

namespace SqlHarness.Testing.Coverage;

/// <summary>
/// Coverage as a tree: levels, below them their operators, beside these how many of the cases reach each situation. What is missing stands on a line
/// of its own, marked with <c>!</c>.
/// </summary>
static class CoverageText
{
    const int WidestPlace = 44;
    const int LineLength = 140;

    // A situation so rare that one may want to look at a case of it.
    const double Rare = 0.05;

    /// <summary>The text, without a line break at the end.</summary>
    public static string Of(Covered covered)
    {
        var text = new StringBuilder();
        var reached = covered.Goals.Count(g => !g.IsMissing);
        text.Append(CultureInfo.InvariantCulture, $"{covered.Cases:N0} cases reach {reached} of {covered.Goals.Count} situations.\n");
        var width = covered.Goals.Select(g => g.Goal.Place.Length).Where(l => l <= WidestPlace).DefaultIfEmpty().Max();
        foreach (var level in covered.Goals.GroupBy(g => g.Goal.Level))
        {
            text.Append(CultureInfo.InvariantCulture, $"\n{level.Key.PadRight(width + 4)}  {level.Count(g => !g.IsMissing)} of {level.Count()}\n");
            foreach (var place in level.GroupBy(g => g.Goal.Place))
                Append(text, place.Key, [.. place], width, covered.Cases);
        }

        if (covered.NotMeasured.Count > 0)
            text.Append("\nNot measured\n").AppendJoin("", covered.NotMeasured.Select(n => $"    {n.Level}, {n.Place}: {n.Reason}\n"));
        return text.ToString(0, text.Length - 1);
    }

    static void Append(StringBuilder text, string place, IReadOnlyList<CoveredGoal> goals, int width, int cases)
    {
        var missing = goals.Where(g => g.IsMissing).Select(g => g.Goal.What).ToList();
        var present = goals.Where(g => !g.IsMissing).Select(g => Share(g, cases)).ToList();
        var lines = Wrapped(present, LineLength - width - 6);
        if (missing.Count > 0)
            lines.AddRange(Wrapped(missing, LineLength - width - 13).Select((l, i) => (i == 0 ? "never: " : "       ") + l));
        var mark = missing.Count > 0 ? "  ! " : "    ";
        var isWide = place.Length > width;
        if (isWide)
            text.Append(mark).Append(place).Append('\n');
        foreach (var (line, i) in lines.Select((l, i) => (l, i)))
            text.Append((i == 0 && !isWide ? mark + place : "").PadRight(width + 6)).Append(line).Append('\n');
    }

    static string Share(CoveredGoal goal, int cases)
    {
        var share = (double)goal.Cases.Count / cases;
        var percent = share < 0.01 ? "<1 %" : string.Create(CultureInfo.InvariantCulture, $"{Math.Floor(share * 100):0} %");
        return share < Rare ? string.Create(CultureInfo.InvariantCulture, $"{goal.Goal.What} {percent} (case {goal.Cases[0]})")
            : $"{goal.Goal.What} {percent}";
    }

    static List<string> Wrapped(IReadOnlyList<string> parts, int length)
    {
        List<string> lines = [];
        foreach (var part in parts)
        {
            if (lines.Count > 0 && lines[^1].Length + part.Length + 3 <= length)
                lines[^1] += "   " + part;
            else
                lines.Add(part);
        }

        return lines;
    }
}
