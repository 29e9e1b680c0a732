using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Claims;

/// <summary>What is claimed of a query: the pipeline's right-hand side.</summary>
public interface IClaim<TRow, TResult>
{
    /// <summary>What a failing query does, to follow its name: <c>differs from its reference</c>.</summary>
    string Broken { get; }

    /// <summary>Judges all cases, in as many statements as the claim has inputs, however many the cases.</summary>
    Task<Judgement<TRow>> JudgeAsync(IRunner<TRow, TResult> runner, QueryOver<TResult> query, IReadOnlyList<Case<TRow>> cases, CancellationToken cancellationToken);
}
