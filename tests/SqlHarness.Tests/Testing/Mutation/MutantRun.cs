using SqlHarness.Testing.Statements.Mutation;

namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>A mutant and what came of it.</summary>
/// <param name="Mutant">The mutant.</param>
/// <param name="Differing">In how many cases it answers otherwise than the query.</param>
/// <param name="IsApplied">Whether its SQL is another one.</param>
/// <param name="Refusal">Why the engine does not take it.</param>
sealed record MutantRun(Mutant Mutant, int Differing, bool IsApplied, string? Refusal);
