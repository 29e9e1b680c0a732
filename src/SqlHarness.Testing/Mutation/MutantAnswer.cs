using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Mutation;

/// <summary>What came of running a mutant.</summary>
/// <param name="Cases">The cases that were answered; fewer where it had to run case by case.</param>
/// <param name="Answer">The answers; null where it failed.</param>
/// <param name="Failure">The error that the data caused.</param>
/// <param name="Refusal">The error that it has without any data: it is no query.</param>
sealed record MutantAnswer<TResult>(IReadOnlyList<Case> Cases, Answer<TResult>? Answer, Exception? Failure, Exception? Refusal);
