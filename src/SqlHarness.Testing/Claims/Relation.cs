using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Claims;

/// <summary>
/// A change of the input changes the answer in a known way (a metamorphic relation). It needs no reference, so that it also catches what query and reference have both wrong.
/// Two statements prove it for all cases.
/// </summary>
public sealed record Relation<TRow, TResult> : IClaim<TRow, TResult>
{
    /// <summary>What is changed: <c>shift by a day</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The change of a case's rows. It is called more than once, and must change the same rows in the same way.</summary>
    public required Func<IReadOnlyList<TRow>, IReadOnlyList<TRow>> Change { get; init; }

    /// <summary>The answer after the change, from the rows and the answer before it; by default the same answer.</summary>
    public Func<IReadOnlyList<TRow>, IReadOnlyList<TResult>, IEnumerable<TResult>> Expect { get; init; } = (_, results) => results;

    /// <summary>The query after the change, where its parameters change too; by default the same query.</summary>
    public Func<IQueryable<TRow>, IQueryable<TResult>>? QueryAfter { get; init; }

    /// <inheritdoc/>
    public string Broken => $"breaks the relation '{Name}'";

    /// <inheritdoc/>
    public Task<Judgement<TRow>> JudgeAsync(IRunner<TRow, TResult> runner, QueryOver<TResult> query, IReadOnlyList<Case<TRow>> cases, CancellationToken cancellationToken) =>
        new RelationClaim<TRow, TResult>(Name, Change, Expect, QueryAfter is { } after ? tables => after((IQueryable<TRow>)tables[0]) : null).JudgeAsync(runner, query, cases, cancellationToken);
}
