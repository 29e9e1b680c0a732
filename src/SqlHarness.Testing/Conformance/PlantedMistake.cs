using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Conformance;

/// <summary>The negative control: a mutant of the query, whose answer must be told from the right one. A proof that passes whatever the engine answers would pass here too.</summary>
sealed class PlantedMistake<TResult>(ProofPlan<TResult> plan, LiftedRunner<TResult> runner)
{
    // Some change nothing for these cases.
    const int MostTried = 12;

    // Comparisons are where cases are drawn to.
    static readonly string[] First = ["ROR", "JOI", "WOR", "AGG", "GRU"];

    /// <summary>The first mutant that is noticed.</summary>
    /// <exception cref="ProofFailedException">None is.</exception>
    public async Task<string> NoticedAsync(IReadOnlyList<Case> cases, CancellationToken cancellationToken)
    {
        var trial = plan.Claim.Try(cases);
        var tried = (await runner.MutantsAsync(plan.Query, cancellationToken).ConfigureAwait(false)).Select((mutant, place) => (mutant, place))
            .Where(m => m.mutant is { Equivalent: null, IsFlaky: false }).OrderBy(m => Array.IndexOf(First, m.mutant.Operator) is >= 0 and var rank ? rank : First.Length).Take(MostTried).ToList();
        foreach (var (mutant, place) in tried)
        {
            if (await IsNoticedAsync(trial, cases, place, cancellationToken).ConfigureAwait(false))
                return $"{mutant.Before}  →  {mutant.After}";
        }

        throw new ProofFailedException($"{plan.Name} on {runner.Engine}: of {tried.Count} planted mistakes none is noticed, which proves nothing: {string.Join("; ", tried.Select(t => t.mutant))}");
    }

    async Task<bool> IsNoticedAsync(Claims.Trial<TResult> trial, IReadOnlyList<Case> cases, int place, CancellationToken cancellationToken)
    {
        try
        {
            List<Answer<TResult>> answers = [];
            foreach (var question in trial.Questions)
                answers.Add(await runner.RunMutantAsync(question.Other ?? plan.Query, question.Cases, place, cancellationToken).ConfigureAwait(false));
            return cases.Any(c => trial.HasNone(c) is null && !trial.Agrees(c, answers, plan.Settings));
        }
        catch (Exception e) when (e is not OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // A statement that the engine does not take shows nothing of its answers.
            return false;
        }
    }
}
