using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Claims;

namespace SqlHarness.Testing.Shrinking;

/// <summary>Replaces a failing case by smaller ones while they fail in the same way.</summary>
static class Shrinker
{
    /// <summary>The smallest case found. When <paramref name="timeIsUp"/>, the smallest so far.</summary>
    public static async Task<Shrunk<TRow>> ShrinkAsync<TRow>(
        CaseKind<TRow> kind, Verdict<TRow> failing, Func<IReadOnlyList<Case<TRow>>, Task<IReadOnlyList<Verdict<TRow>>>> judge, Func<OperationCanceledException, bool> timeIsUp) where TRow : class
    {
        var reduction = new Reduction<IReadOnlyList<TRow>, Verdict<TRow>>(kind.CaseColumn.Length > 0 ? new NotEmpty<TRow>(kind.Reducer) : kind.Reducer, v => v.Case.Rows, rows => judge([.. rows.Select(kind.Numbered)]), v => v.FailsLike(failing));
        var reduced = await reduction.RunAsync(failing, timeIsUp).ConfigureAwait(false);
        return new(reduced.Smallest, reduced.Rounds, reduced.Candidates, reduced.IsComplete);
    }

    // Without a row there is nothing that carries the case.
    sealed class NotEmpty<TRow>(IReducer<TRow> reducer) : ICaseReducer<IReadOnlyList<TRow>>
    {
        public IEnumerable<IReadOnlyList<TRow>> Candidates(IReadOnlyList<TRow> rows) => reducer.Candidates(rows).Where(c => c.Count > 0);

        public IReadOnlyList<long> Size(IReadOnlyList<TRow> rows) => reducer.Size(rows);
    }
}
