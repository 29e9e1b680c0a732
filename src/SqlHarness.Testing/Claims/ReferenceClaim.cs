using SqlHarness.Tables;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Claims;

/// <summary>A query answers what a plain C# function does.</summary>
/// <param name="reference">The function, called once a case.</param>
/// <param name="key">The result columns by which differing rows are shown side by side; by default those that are most alike.</param>
public sealed class ReferenceClaim<TRow, TResult>(Func<IReadOnlyList<TRow>, IEnumerable<TResult>> reference, params IReadOnlyList<string> key) : IClaim<TRow, TResult>
{
    /// <inheritdoc/>
    public string Broken { get; init; } = "differs from its reference";

    /// <inheritdoc/>
    public async Task<Judgement<TRow>> JudgeAsync(IRunner<TRow, TResult> runner, QueryOver<TResult> query, IReadOnlyList<Case<TRow>> cases, CancellationToken cancellationToken)
    {
        var answer = await runner.RunAsync(query, cases, cancellationToken).ConfigureAwait(false);
        return new([.. cases.Select(c => new Verdict<TRow> { Case = c, Difference = Bag.Compare(reference(c.Rows), answer.Results[c.Id], key) })], answer.Sql);
    }
}
