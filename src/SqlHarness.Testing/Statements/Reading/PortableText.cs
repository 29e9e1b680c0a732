using SqlHarness.Portability;

namespace SqlHarness.Testing.Statements.Reading;

/// <summary>Portable functions as a person reads them, whichever way an engine spells them.</summary>
static class PortableText
{
    static readonly Dictionary<string, string> Templates = Spelling.All.SelectMany(Of).DistinctBy(t => t.Spelled)
        .ToDictionary(t => t.Spelled, t => t.Read, StringComparer.Ordinal);

    /// <summary>The template to read in the place of an engine's; null where it is none of a portable function.</summary>
    public static string? Of(string spelled) => Templates.GetValueOrDefault(spelled);

    static IEnumerable<(string Spelled, string Read)> Of(Spelling spelling) =>
        [(spelling.ElapsedMicroseconds, "({1} - {0})"), (spelling.AddMicroseconds, "({0} + {1} µs)"), (spelling.CompareText, "CompareText({0}, {1})"),
            (spelling.OrEndOfTime, "OrEndOfTime({0})"),
            .. Enum.GetValues<CalendarUnit>().Select(u => (spelling.Truncate(u), $"Truncate({{0}}, {u})"))];
}
