using System.Globalization;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>Tolerances as people write them: <c>sale=0.01</c>, <c>ordered_at=1s</c>, <c>name=trim+ignore-case</c>, <c>sum:sale=0.05</c>.</summary>
static class ToleranceOption
{
    const string Written = "--tolerance is written as sale=0.01, sale=1%, ordered_at=1s, sale=decimals:2, ordered_at=to:1s, name=trim, name=ignore-case or name=empty-is-null";

    /// <summary>One tolerance, of cells or of totals.</summary>
    /// <exception cref="BadInputException">It is unreadable; the message shows how it is written.</exception>
    public static (Aggregation? Of, string Column, Tolerance Tolerance) Parse(string text)
    {
        var at = text.LastIndexOf('=');
        if (at <= 0 || at == text.Length - 1)
            throw new BadInputException($"{Written}, but is '{text}'.");
        var (of, column) = TotalsOption.Aggregated(text[..at]);
        return (of, column, text[(at + 1)..].Split('+').Select(rule => Rule(rule.Trim(), text)).Aggregate((all, rule) => all.And(rule)));
    }

    /// <summary>Those of cells, by column.</summary>
    /// <exception cref="BadInputException">A column has two.</exception>
    public static Dictionary<string, Tolerance> OfCells(List<(Aggregation? Of, string Column, Tolerance Tolerance)> tolerances)
    {
        var cells = tolerances.Where(t => t.Of is null).ToList();
        return cells.GroupBy(t => t.Column).FirstOrDefault(g => g.Count() > 1) is { } twice
            ? throw new BadInputException($"--tolerance names {twice.Key} twice; write both rules in one, with + between them.") : cells.ToDictionary(t => t.Column, t => t.Tolerance);
    }

    static Tolerance Rule(string rule, string text) => rule switch
    {
        "trim" => Tolerance.Trimmed,
        "ignore-case" => Tolerance.IgnoringCase,
        "empty-is-null" => Tolerance.EmptyIsNull,
        _ when rule.StartsWith("decimals:", StringComparison.Ordinal) && int.TryParse(rule["decimals:".Length..], NumberStyles.None, CultureInfo.InvariantCulture, out var digits) && digits <= 28 => Tolerance.Decimals(digits),
        _ when rule.StartsWith("to:", StringComparison.Ordinal) && LengthText.Is(rule["to:".Length..]) => Tolerance.TimePrecision(LengthText.Parse("--tolerance", rule["to:".Length..])),
        _ when rule.EndsWith('%') && double.TryParse(rule[..^1], NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent, CultureInfo.InvariantCulture, out var percent) && percent is >= 0 and < 100 => Tolerance.Relative(percent / 100),
        _ when decimal.TryParse(rule, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var most) => Tolerance.Absolute(most),
        _ when LengthText.Is(rule) => Tolerance.Within(LengthText.Parse("--tolerance", rule)),
        _ => throw new BadInputException($"{Written}, but is '{text}'."),
    };
}
