namespace SqlHarness.Engines.Semantics;

/// <summary>A line of the contract that an engine does not keep.</summary>
/// <param name="Rule">The line.</param>
/// <param name="Answer">What the engine said in its place.</param>
sealed record BrokenRule(SemanticRule Rule, string Answer);
