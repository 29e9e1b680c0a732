using SqlHarness.Tables;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Claims;

/// <summary>Something is true of the rows and the answer of each case.</summary>
/// <param name="name">What, as it was written.</param>
/// <param name="holds">Whether it is.</param>
sealed class InvariantClaim<TResult>(string name, Func<IReadOnlyList<InputRow>, IReadOnlyList<TResult>, bool> holds) : IClaim<InputRow, TResult>
{
    public string Broken => $"breaks the invariant {name}";

    public async Task<Judgement<InputRow>> JudgeAsync(IRunner<InputRow, TResult> runner, QueryOver<TResult> query, IReadOnlyList<Case<InputRow>> cases, CancellationToken cancellationToken)
    {
        var answer = await runner.RunAsync(query, cases, cancellationToken).ConfigureAwait(false);
        return new([.. cases.Select(c => (Case: c, Results: answer.Results[c.Id].ToList())).Select(c => new Verdict<InputRow>
        {
            // There are no rows to expect in its place: the whole answer is at fault.
            Case = c.Case, Difference = Bag.Compare(holds(c.Case.Rows, c.Results) ? c.Results : [], c.Results),
        })], answer.Sql);
    }
}
