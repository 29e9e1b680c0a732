using SqlHarness.Tables;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Claims;

/// <summary>What a query answers is what a function of the case and of this answer says it may be: an invariant, a property of each row.</summary>
/// <param name="broken">What a failing query does, to follow its name.</param>
/// <param name="allowed">The rows that may stay.</param>
sealed class ResultClaim<TResult>(string broken, Func<IReadOnlyList<InputRow>, IReadOnlyList<TResult>, IEnumerable<TResult>> allowed) : IClaim<InputRow, TResult>
{
    public string Broken => broken;

    public async Task<Judgement<InputRow>> JudgeAsync(IRunner<InputRow, TResult> runner, QueryOver<TResult> query, IReadOnlyList<Case<InputRow>> cases, CancellationToken cancellationToken)
    {
        var answer = await runner.RunAsync(query, cases, cancellationToken).ConfigureAwait(false);
        return new([.. cases.Select(c => (Case: c, Results: answer.Results[c.Id].ToList()))
            .Select(c => new Verdict<InputRow> { Case = c.Case, Difference = Bag.Compare(allowed(c.Case.Rows, c.Results), c.Results) })], answer.Sql);
    }
}
