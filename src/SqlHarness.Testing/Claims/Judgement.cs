namespace SqlHarness.Testing.Claims;

/// <summary>The verdicts of one batch.</summary>
/// <param name="Verdicts">One a case.</param>
/// <param name="Sql">The statement that was judged.</param>
public sealed record Judgement<TRow>(IReadOnlyList<Verdict<TRow>> Verdicts, string Sql);
