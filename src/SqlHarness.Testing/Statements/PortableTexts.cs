using SqlHarness.Portability;

namespace SqlHarness.Testing.Statements;

/// <summary>Knows the portable functions again in a statement, where they are SQL text already.</summary>
static class PortableTexts
{
    static readonly CalendarUnit[] Units = Enum.GetValues<CalendarUnit>();

    static readonly Dictionary<string, (Spelling Spelling, CalendarUnit Unit)> Truncations =
        Spelling.BuiltIn.SelectMany(s => Units.Select(u => (s, u))).ToDictionary(p => p.s.Truncate(p.u), p => p, StringComparer.Ordinal);

    static readonly HashSet<string> NullOnlyOfNull = new(Spelling.BuiltIn.SelectMany(s => Units.Select(s.Truncate).Append(s.ElapsedMicroseconds)
        .Append(s.AddMicroseconds)), StringComparer.Ordinal);

    static readonly HashSet<string> NeverNull = new(Spelling.BuiltIn.SelectMany(s => new[] { s.OrEndOfTime, s.CompareText }), StringComparer.Ordinal);

    static readonly Dictionary<string, string> Readings = Spelling.BuiltIn.SelectMany(s => new (string Sql, string Reading)[]
    {
        (s.ElapsedMicroseconds, "elapsed({0}, {1})"), (s.AddMicroseconds, "({0} + {1} µs)"), (s.OrEndOfTime, "COALESCE({0}, end of time)"), (s.CompareText, "compare({0}, {1})"),
    }).DistinctBy(r => r.Sql).ToDictionary(r => r.Sql, r => r.Reading, StringComparer.Ordinal);

    /// <summary>Whether it is a function that is NULL where an argument is, and nowhere else.</summary>
    public static bool IsNullOnlyOfNull(string sql) => NullOnlyOfNull.Contains(sql);

    /// <summary>Whether it is a function that has a value for any arguments.</summary>
    public static bool IsNeverNull(string sql) => NeverNull.Contains(sql);

    /// <summary>Whether it is the time between two times, in microseconds.</summary>
    public static bool IsElapsed(string sql) => Array.Exists(Spelling.BuiltIn, s => s.ElapsedMicroseconds == sql);

    /// <summary>The function as a person reads it, with places for its arguments; null where it is no portable function.</summary>
    public static string? Reading(string sql) => Truncations.TryGetValue(sql, out var truncation) ? $"{truncation.Unit}({{0}})" : Readings.GetValueOrDefault(sql);

    /// <summary>The same truncation to the next finer and the next coarser unit; none where it is no truncation.</summary>
    public static IEnumerable<(string Sql, CalendarUnit Unit, CalendarUnit Was)> Beside(string sql)
    {
        if (!Truncations.TryGetValue(sql, out var found))
            return [];
        var place = Array.IndexOf(Units, found.Unit);
        return new[] { place - 1, place + 1 }.Where(i => i >= 0 && i < Units.Length).Select(i => (found.Spelling.Truncate(Units[i]), Units[i], found.Unit));
    }
}
