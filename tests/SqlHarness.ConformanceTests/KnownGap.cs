using SqlHarness.Testing.Conformance;

namespace SqlHarness.ConformanceTests;

/// <summary>A query that has another outcome on an engine than it should.</summary>
/// <param name="Query">The query's name.</param>
/// <param name="Engine">The engine's name.</param>
/// <param name="Kind">Whose it is to close it.</param>
/// <param name="Expected">The outcome.</param>
/// <param name="Fragment">What the reason says, so that no other failure hides behind it.</param>
/// <param name="Why">Why it is so, with a link where there is one.</param>
sealed record KnownGap(string Query, string Engine, GapKind Kind, Outcome Expected, string Fragment, string Why)
{
    /// <summary>The first version that has it; null for all before <see cref="Until"/>.</summary>
    public Version? From { get; init; }

    /// <summary>The first version that has it no longer; null for none.</summary>
    public Version? Until { get; init; }
}
