namespace SqlHarness.ConformanceTests;

/// <summary>A construct of random queries that has no answer on an engine. An answer that differs is never a gap.</summary>
/// <param name="Engine">The engine's name.</param>
/// <param name="Kind">Whose it is to close it.</param>
/// <param name="Fragment">What the refusal or error says.</param>
/// <param name="Why">Why it is so.</param>
sealed record GeneratedGap(string Engine, GapKind Kind, string Fragment, string Why)
{
    /// <summary>Whether only many queries meet it: few need not.</summary>
    public bool Rare { get; init; }
}
