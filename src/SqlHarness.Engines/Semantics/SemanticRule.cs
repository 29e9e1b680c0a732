namespace SqlHarness.Engines.Semantics;

/// <summary>A line of the contract as an engine is asked for it.</summary>
/// <param name="Need">What depends on it.</param>
/// <param name="Rule">What must hold, to follow "it is not so that".</param>
/// <param name="Condition">A condition in SQL that is true where it holds.</param>
sealed record SemanticRule(Need Need, string Rule, string Condition);
