using LinqToDB;
using LinqToDB.Async;
using SqlHarness.Engines;
using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.Runs;

/// <summary>Each case alone, in a workspace of its own, by the query as it stands: slow, and nothing can come between the query and its answer.</summary>
/// <param name="engine">The engine.</param>
/// <param name="tables">The entity types of the query's tables.</param>
sealed class AloneRunner<TResult>(Engine engine, IReadOnlyList<Type> tables) : IRunner<InputRow, TResult>
{
    public string Engine => engine.Name;

    public async Task<Answer<TResult>> RunAsync(QueryOver<TResult> query, IReadOnlyList<Case<InputRow>> cases, CancellationToken cancellationToken)
    {
        List<(int Case, TResult Row)> results = [];
        var sql = "";
        foreach (var one in cases)
        {
            var workspace = await engine.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = workspace.ConfigureAwait(false);
            var statement = query(await InputTables.LoadAsync(workspace, tables, InputRow.Case(one.Rows, tables.Count), cancellationToken).ConfigureAwait(false));
            sql = statement.ToSqlQuery(new() { InlineParameters = true }).Sql;
            results.AddRange((await statement.ToListAsync(cancellationToken).ConfigureAwait(false)).Select(r => (one.Id, r)));
        }

        return new(results.ToLookup(r => r.Case, r => r.Row), sql);
    }
}
