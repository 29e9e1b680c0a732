namespace SqlHarness.Testing.Mutation;

/// <summary>How far a run over mutants is.</summary>
/// <param name="Done">Runs of mutants that are done.</param>
/// <param name="Total">Runs in all: mutants times properties.</param>
/// <param name="Mutant">The mutant that was run last.</param>
public sealed record MutationProgress(int Done, int Total, string Mutant);
