namespace SqlHarness.Testing.Shrinking;

/// <summary>The end of shrinking, for any kind of case and verdict.</summary>
/// <param name="Smallest">The verdict of the smallest case found that fails in the same way.</param>
/// <param name="Rounds">Rounds of candidates, each judged in one batch.</param>
/// <param name="Candidates">Candidates judged.</param>
/// <param name="IsComplete">Whether no candidate was left; otherwise the rounds or the time ran out.</param>
sealed record Reduced<TVerdict>(TVerdict Smallest, int Rounds, int Candidates, bool IsComplete);
