using SqlHarness.Tables;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Claims;

/// <summary>Another query with the same meaning answers the same.</summary>
/// <param name="name">The other query, as it was written.</param>
/// <param name="other">The other query.</param>
sealed class FormulationClaim<TResult>(string name, QueryOver<TResult> other) : IClaim<InputRow, TResult>
{
    public string Broken => $"differs from {name}";

    public async Task<Judgement<InputRow>> JudgeAsync(IRunner<InputRow, TResult> runner, QueryOver<TResult> query, IReadOnlyList<Case<InputRow>> cases, CancellationToken cancellationToken)
    {
        var expected = await runner.RunAsync(other, cases, cancellationToken).ConfigureAwait(false);
        var actual = await runner.RunAsync(query, cases, cancellationToken).ConfigureAwait(false);
        return new([.. cases.Select(c => new Verdict<InputRow> { Case = c, Difference = Bag.Compare(expected.Results[c.Id], actual.Results[c.Id]) })], $"{actual.Sql}\n\n-- {name}\n{expected.Sql}");
    }
}
