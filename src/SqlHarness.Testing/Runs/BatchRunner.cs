using LinqToDB;
using LinqToDB.Async;
using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Runs;

/// <summary>All cases in one table, answered by one statement: the query itself keeps cases apart, as by a user made of case and user.</summary>
/// <param name="engine">The engine; each run has a workspace of its own.</param>
/// <param name="caseOf">The case of a result row.</param>
public sealed class BatchRunner<TRow, TResult>(Engine engine, Func<TResult, int> caseOf) : IRunner<TRow, TResult> where TRow : class
{
    /// <inheritdoc/>
    public string Engine => engine.Name;

    /// <inheritdoc/>
    public string? OneByOne => null;

    /// <inheritdoc/>
    /// <exception cref="ProofFailedException">The query returned a row of a case that it was not given.</exception>
    public async Task<Answer<TResult>> RunAsync(QueryOver<TResult> query, IReadOnlyList<Case<TRow>> cases, CancellationToken cancellationToken)
    {
        var workspace = await engine.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = workspace.ConfigureAwait(false);
        var table = workspace.CreateTable<TRow>();
        await workspace.LoadAsync(table, cases.SelectMany(c => c.Rows), cancellationToken).ConfigureAwait(false);
        var statement = query([table]);
        var sql = statement.ToSqlQuery(new() { InlineParameters = true }).Sql;
        var results = (await statement.ToListAsync(cancellationToken).ConfigureAwait(false)).ToLookup(caseOf);
        var given = cases.Select(c => c.Id).ToHashSet();
        return results.FirstOrDefault(r => !given.Contains(r.Key)) is { } stray
            ? throw new ProofFailedException($"The query returned {stray.Count()} rows of case {stray.Key} on {engine.Name}, but was not given this case: does it keep the case's column?\n\nSQL\n{sql}")
            : new(results, sql);
    }
}
