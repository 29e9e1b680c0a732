using SqlHarness.Tables;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Claims;

/// <summary>A query answers what a plain C# function does; where the function throws (an overflow, a division by zero), the query has no answer either.</summary>
/// <param name="reference">The function, called once a case.</param>
/// <param name="key">The result columns by which differing rows are shown side by side; by default those that are most alike.</param>
public sealed class ReferenceClaim<TRow, TResult>(Func<IReadOnlyList<TRow>, IEnumerable<TResult>> reference, params IReadOnlyList<string> key) : IClaim<TRow, TResult>
{
    /// <inheritdoc/>
    public string Broken { get; init; } = "differs from its reference";

    /// <inheritdoc/>
    /// <exception cref="ReferenceFailedException">The reference throws for a case for which the query has an answer.</exception>
    public async Task<Judgement<TRow>> JudgeAsync(IRunner<TRow, TResult> runner, QueryOver<TResult> query, IReadOnlyList<Case<TRow>> cases, CancellationToken cancellationToken)
    {
        // Of one case alone, an engine's error is an answer: the reference may have none too.
        if (cases is [var one] && Fails(one) is { } failure)
            return await JudgeFailureAsync(runner, query, one, failure, cancellationToken).ConfigureAwait(false);
        var answer = await runner.RunAsync(query, cases, cancellationToken).ConfigureAwait(false);
        return new([.. cases.Select(c => new Verdict<TRow> { Case = c, Difference = Bag.Compare(Expected(c), answer.Results[c.Id], key) })], answer.Sql);
    }

    static async Task<Judgement<TRow>> JudgeFailureAsync(IRunner<TRow, TResult> runner, QueryOver<TResult> query, Case<TRow> one, Exception failure, CancellationToken cancellationToken)
    {
        Answer<TResult> answer;
        try
        {
            answer = await runner.RunAsync(query, [one], cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is System.Data.Common.DbException or OverflowException or DivideByZeroException)
        {
            return new([new() { Case = one, Difference = Bag.Compare<TResult>([], []), AgreedError = e }], "");
        }

        return new([new() { Case = one, Error = new ReferenceFailedException(failure, answer.Results[one.Id].Count()) }], answer.Sql);
    }

    // In a batch, the case that throws is not known to fail on the engine yet: the batch is halved until it stands alone.
    List<TResult> Expected(Case<TRow> one)
    {
        try
        {
            return [.. reference(one.Rows)];
        }
        catch (Exception e)
        {
            throw new ReferenceFailedException(e, null);
        }
    }

    Exception? Fails(Case<TRow> one)
    {
        try
        {
            Expected(one);
            return null;
        }
        catch (ReferenceFailedException e)
        {
            return e.InnerException;
        }
    }
}
