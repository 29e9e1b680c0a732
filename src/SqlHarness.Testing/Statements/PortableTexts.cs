using SqlHarness.Portability;

namespace SqlHarness.Testing.Statements;

/// <summary>Knows the portable functions again in a statement, where they are SQL text already.</summary>
static class PortableTexts
{
    static readonly CalendarUnit[] Units = Enum.GetValues<CalendarUnit>();

    // Two functions may be spelt alike, an addition of microseconds and another of numbers: what is true of one only is asked of both.
    static readonly ILookup<string, Spelling> Known = DialectNames.All.SelectMany(Spelling.In).ToLookup(s => s.Sql, StringComparer.Ordinal);

    static readonly Dictionary<string, string> Readings = new(StringComparer.Ordinal)
    {
        [nameof(Portable.ElapsedMicroseconds)] = "elapsed({0}, {1})", [nameof(Portable.AddMicroseconds)] = "({0} + {1} µs)",
        [nameof(Portable.OrEndOfTime)] = "COALESCE({0}, end of time)", [nameof(Portable.CompareText)] = "compare({0}, {1})",
    };

    /// <summary>Whether it is a function that is NULL where an argument is, and nowhere else.</summary>
    public static bool IsNullOnlyOfNull(string sql) => Known.Contains(sql) && Known[sql].All(s => s.Nullable is null);

    /// <summary>Whether it is a function that has a value for any arguments.</summary>
    public static bool IsNeverNull(string sql) => Known.Contains(sql) && Known[sql].All(s => s.Nullable is false);

    /// <summary>Whether it is the time between two times, in microseconds.</summary>
    public static bool IsElapsed(string sql) => Known[sql].Any(s => s.Function.Name == nameof(Portable.ElapsedMicroseconds));

    /// <summary>The function as a person reads it, with places for its arguments; null where it is no portable function.</summary>
    public static string? Reading(string sql) => Known[sql].Select(Reading).FirstOrDefault();

    /// <summary>The same truncation to the next finer and the next coarser unit; none where it is no truncation.</summary>
    public static IEnumerable<(string Sql, CalendarUnit Unit, CalendarUnit Was)> Beside(string sql)
    {
        if (Known[sql].FirstOrDefault(s => s.Function.Name == nameof(Portable.Truncate)) is not { Choice: CalendarUnit was } found)
            return [];
        var place = Array.IndexOf(Units, was);
        return new[] { place - 1, place + 1 }.Where(i => i >= 0 && i < Units.Length).Select(i => (Spelling.Of(found.Function, Units[i], found.Dialect).Sql, Units[i], was));
    }

    static string Reading(Spelling spelling) =>
        spelling.Function.Name == nameof(Portable.Truncate) ? $"{spelling.Choice}({{0}})"
        : Readings.GetValueOrDefault(spelling.Function.Name)
            ?? $"{spelling.Function.Name}({string.Join(", ", spelling.Function.GetParameters().Where(p => !p.ParameterType.IsEnum).Select((_, i) => $"{{{i}}}"))})";
}
