using SqlHarness.Testing.Claims;

namespace SqlHarness.Testing.Shrinking;

/// <summary>The end of shrinking.</summary>
/// <param name="Smallest">The smallest case found that fails in the same way.</param>
/// <param name="Rounds">Rounds of candidates, each judged in one batch.</param>
/// <param name="Candidates">Candidates judged.</param>
/// <param name="IsComplete">Whether no candidate was left; otherwise the rounds or the time ran out.</param>
public sealed record Shrunk<TRow>(Verdict<TRow> Smallest, int Rounds, int Candidates, bool IsComplete);
