using SqlHarness.Engines.Servers;
using SqlHarness.Testing.Conformance;

namespace SqlHarness.ConformanceTests;

/// <summary>All gaps. A gap that is not here fails, and so does one that is here and is none any more.</summary>
static class KnownGaps
{
    public static IReadOnlyList<KnownGap> All { get; } = [];

    public static KnownGap? Of(string query, string engine, string? version) => All.SingleOrDefault(g => g.Query == query && g.Engine == engine && Holds(g, version is null ? null : Server.VersionIn(version)));

    /// <summary>What is wrong with a result; null for nothing.</summary>
    public static string? Fault(ConformanceResult result, KnownGap? gap) => gap switch
    {
        null => result.Outcome == Outcome.Same ? null : $"{result.Query} on {result.Engine} {result.Version}: {result.Outcome}. {result.Reason}",
        _ when result.Outcome == Outcome.Same => $"{result.Query} on {result.Engine} {result.Version} is the same as its reference: delete its line in KnownGaps.",
        _ when result.Outcome != gap.Expected => $"{result.Query} on {result.Engine} {result.Version} should be {gap.Expected}, but is {result.Outcome}. {result.Reason}",
        _ => result.Reason?.Contains(gap.Fragment, StringComparison.Ordinal) == true ? null : $"{result.Query} on {result.Engine} {result.Version} is {result.Outcome} for another reason than '{gap.Fragment}': {result.Reason}",
    };

    static bool Holds(KnownGap gap, Version? version) => version is null || (gap.From is null || version >= gap.From) && (gap.Until is null || version < gap.Until);
}
