using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Claims;

namespace SqlHarness.Testing.Shrinking;

/// <summary>Replaces a failing case by smaller ones while they fail in the same way.</summary>
static class Shrinker
{
    const int MostRounds = 100;
    const int MostCandidatesARound = 500;

    /// <summary>The smallest case found. When <paramref name="timeIsUp"/>, the smallest so far.</summary>
    public static async Task<Shrunk<TRow>> ShrinkAsync<TRow>(
        CaseKind<TRow> kind, Verdict<TRow> failing, Func<IReadOnlyList<Case<TRow>>, Task<IReadOnlyList<Verdict<TRow>>>> judge, Func<OperationCanceledException, bool> timeIsUp) where TRow : class
    {
        var (smallest, judged) = (failing, 0);
        for (var round = 0; round < MostRounds; round++)
        {
            var size = kind.Reducer.Size(smallest.Case.Rows);
            var candidates = kind.Reducer.Candidates(smallest.Case.Rows)
                .Where(c => c.Count > 0 && IsSmaller(kind.Reducer.Size(c), size))
                .Take(MostCandidatesARound).Select(kind.Numbered).ToList();
            if (candidates.Count == 0)
                return new(smallest, round, judged, IsComplete: true);
            IReadOnlyList<Verdict<TRow>> verdicts;
            try
            {
                verdicts = await judge(candidates).ConfigureAwait(false);
            }
            catch (OperationCanceledException e) when (timeIsUp(e))
            {
                return new(smallest, round, judged, IsComplete: false);
            }

            judged += candidates.Count;
            // Against the first failure, not the last: else the reason could wander off step by step.
            var next = verdicts.Where(v => v.FailsLike(failing)).MinBy(v => kind.Reducer.Size(v.Case.Rows), Comparer<IReadOnlyList<long>>.Create(Compare));
            if (next is null)
                return new(smallest, round + 1, judged, IsComplete: true);
            smallest = next;
        }

        return new(smallest, MostRounds, judged, IsComplete: false);
    }

    static bool IsSmaller(IReadOnlyList<long> size, IReadOnlyList<long> than) => Compare(size, than) < 0;

    static int Compare(IReadOnlyList<long>? x, IReadOnlyList<long>? y) => x!.Zip(y!, (a, b) => a.CompareTo(b)).FirstOrDefault(c => c != 0);
}
