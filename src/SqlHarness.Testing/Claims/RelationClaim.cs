using SqlHarness.Tables;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Claims;

/// <summary>The claim of a <see cref="Relation{TRow, TResult}"/>, over tables of any number: two statements prove it for all cases.</summary>
/// <param name="name">What is changed.</param>
/// <param name="change">The change of a case's rows.</param>
/// <param name="expect">The answer after the change, from the rows and the answer before it.</param>
/// <param name="queryAfter">The query after the change; null for the same.</param>
sealed class RelationClaim<TRow, TResult>(
    string name, Func<IReadOnlyList<TRow>, IReadOnlyList<TRow>> change, Func<IReadOnlyList<TRow>, IReadOnlyList<TResult>, IEnumerable<TResult>> expect, QueryOver<TResult>? queryAfter)
    : IClaim<TRow, TResult>
{
    public string Broken => $"breaks the relation '{name}'";

    public async Task<Judgement<TRow>> JudgeAsync(IRunner<TRow, TResult> runner, QueryOver<TResult> query, IReadOnlyList<Case<TRow>> cases, CancellationToken cancellationToken)
    {
        var changed = cases.Select(c => c with { Rows = change(c.Rows) }).ToList();
        var before = await runner.RunAsync(query, cases, cancellationToken).ConfigureAwait(false);
        var after = await runner.RunAsync(queryAfter ?? query, changed, cancellationToken).ConfigureAwait(false);
        return new([.. cases.Zip(changed, (c, d) => new Verdict<TRow>
        {
            Case = c, Changed = d.Rows, Difference = Bag.Compare(expect(c.Rows, [.. before.Results[c.Id]]), after.Results[c.Id]),
        })], queryAfter is null ? before.Sql : $"{before.Sql}\n\n-- after the change\n{after.Sql}");
    }
}
