using SqlHarness.Cli.CommandLine;
using SqlHarness.Comparisons;
using SqlHarness.Portability;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>Levels and measures as people write them: <c>day:ordered_at</c>, <c>sale</c>, <c>distinct:customer</c>.</summary>
static class TotalsOption
{
    static readonly Dictionary<string, Aggregation> Aggregations = new(StringComparer.Ordinal)
    {
        ["sum"] = Aggregation.Sum, ["count"] = Aggregation.Count, ["nulls"] = Aggregation.NullCount, ["distinct"] = Aggregation.CountDistinct, ["min"] = Aggregation.Minimum, ["max"] = Aggregation.Maximum,
    };

    /// <exception cref="BadInputException">The unit is unknown.</exception>
    public static TotalLevel Level(string text) => Parts(text) is not (string unit, var column) ? new(text)
        : Enum.TryParse<CalendarUnit>(unit, ignoreCase: true, out var known) && Enum.IsDefined(known) ? new(column, known)
        : throw new BadInputException($"--levels cuts times to second, minute, hour, day, month or year, not to '{unit}'.");

    /// <summary>The measures that a user names, behind a count of rows; none where nothing of totals was asked for.</summary>
    /// <param name="measures">As they are written.</param>
    /// <param name="hasLevels">Whether levels are.</param>
    /// <param name="tolerances">What was said of tolerances; those of totals count here.</param>
    /// <exception cref="BadInputException">An aggregation is unknown, or a total's tolerance is of none that is compared.</exception>
    public static IReadOnlyList<TotalMeasure> Measures(IReadOnlyList<string> measures, bool hasLevels, List<(Aggregation? Of, string Column, Tolerance Tolerance)> tolerances)
    {
        var named = measures.Select(Aggregated).Select(m => (Of: m.Of ?? Aggregation.Sum, m.Column)).Distinct().ToList();
        if (tolerances.Find(t => t.Of is { } of && !named.Contains((of, t.Column))) is { Column: not null } lost)
            throw new BadInputException($"--tolerance is of the {new TotalMeasure(lost.Column, lost.Of!.Value)}, which --measures does not name.");
        return named.Count == 0 && !hasLevels ? []
            : [new(null, Aggregation.Count), .. named.Select(m => new TotalMeasure(m.Column, m.Of, tolerances.Find(t => t.Of == m.Of && t.Column == m.Column).Tolerance))];
    }

    /// <summary>A column, with the aggregation that stands before it.</summary>
    /// <exception cref="BadInputException">It is unknown.</exception>
    public static (Aggregation? Of, string Column) Aggregated(string text) => Parts(text) is not (string name, var column) ? (null, text)
        : Aggregations.TryGetValue(name, out var of) ? (of, column) : throw new BadInputException($"There is no total '{name}' of {column}; there are {string.Join(", ", Aggregations.Keys)}.");

    static (string? Before, string Column) Parts(string text) => text.IndexOf(':', StringComparison.Ordinal) is > 0 and var at && at < text.Length - 1 ? (text[..at], text[(at + 1)..]) : (null, text);
}
