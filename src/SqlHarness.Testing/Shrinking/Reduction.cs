namespace SqlHarness.Testing.Shrinking;

/// <summary>Replaces a failing case by smaller ones while they fail in the same way: rounds of candidates, each judged in one batch.</summary>
/// <param name="reducer">Makes the candidates.</param>
/// <param name="caseOf">The case of a verdict.</param>
/// <param name="judge">The verdicts of candidates.</param>
/// <param name="failsAlike">Whether a verdict is the failure that is shrunk. Compared with the first failure, not the last: else the reason could wander off step by step.</param>
sealed class Reduction<TCase, TVerdict>(
    ICaseReducer<TCase> reducer, Func<TVerdict, TCase> caseOf, Func<IReadOnlyList<TCase>, Task<IReadOnlyList<TVerdict>>> judge, Func<TVerdict, bool> failsAlike) where TVerdict : class
{
    const int MostRounds = 100;
    const int MostCandidatesARound = 500;

    /// <summary>The smallest case found. When <paramref name="timeIsUp"/>, the smallest so far.</summary>
    public async Task<Reduced<TVerdict>> RunAsync(TVerdict failing, Func<OperationCanceledException, bool> timeIsUp)
    {
        var (smallest, judged) = (failing, 0);
        for (var round = 0; round < MostRounds; round++)
        {
            var size = reducer.Size(caseOf(smallest));
            var candidates = reducer.Candidates(caseOf(smallest)).Where(c => CaseSize.Comparer.Compare(reducer.Size(c), size) < 0).Take(MostCandidatesARound).ToList();
            if (candidates.Count == 0)
                return new(smallest, round, judged, IsComplete: true);
            IReadOnlyList<TVerdict> verdicts;
            try
            {
                verdicts = await judge(candidates).ConfigureAwait(false);
            }
            catch (OperationCanceledException e) when (timeIsUp(e))
            {
                return new(smallest, round, judged, IsComplete: false);
            }

            judged += candidates.Count;
            var next = verdicts.Where(failsAlike).MinBy(v => reducer.Size(caseOf(v)), CaseSize.Comparer);
            if (next is null)
                return new(smallest, round + 1, judged, IsComplete: true);
            smallest = next;
        }

        return new(smallest, MostRounds, judged, IsComplete: false);
    }
}
