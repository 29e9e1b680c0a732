using LinqToDB.Data;
using SqlHarness.Engines;
using SqlHarness.Tables;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>The same cases twice on one engine: all in one workspace, where statements are lifted, and each alone in a workspace of its own, where they are not.</summary>
sealed class Tested : IAsyncDisposable
{
    readonly List<(int Id, CaseWorkspace Workspace)> _alone = [];

    Tested(CaseWorkspace all) => All = all;

    public CaseWorkspace All { get; }

    public static Engine Engine(string name) => name == "sqlite" ? SqlHarness.Engines.Engine.Sqlite() : SqlHarness.Engines.Engine.DuckDb(threads: 1);

    public static async Task<Tested> OpenAsync(string engine, int count, int seed)
    {
        var cases = SmallCases.Generate(count, seed);
        var tested = new Tested(await OpenWorkspaceAsync(engine));
        await tested.All.LoadAsync(cases);
        foreach (var one in cases)
        {
            var alone = await OpenWorkspaceAsync(engine);
            await alone.LoadAsync([one]);
            tested._alone.Add((one.Id, alone));
        }

        return tested;
    }

    // DuckDB 1.5.6 pushes a join's filter below the LIMIT of the other side, and so takes other rows: the statement of a case alone is then the one that is wrong.
    static async Task<CaseWorkspace> OpenWorkspaceAsync(string engine)
    {
        var workspace = await CaseWorkspace.OpenAsync(Engine(engine), [typeof(Parent), typeof(Child)]);
        if (engine == "duckdb")
            await workspace.Connection.ExecuteAsync("SET disabled_optimizers = 'join_filter_pushdown'");
        return workspace;
    }

    /// <summary>How the lifted run differs from the runs alone, with its SQL; null when in no case.</summary>
    /// <param name="query">The query.</param>
    /// <param name="rows">How many rows there were.</param>
    public async Task<(string? Difference, int Rows, string Sql)> CompareAsync<TResult>(Func<IQueryable<Parent>, IQueryable<Child>, IQueryable<TResult>> query)
    {
        var lifted = await All.RunAsync(query(All.Table<Parent>(0), All.Table<Child>(1)));
        var rows = 0;
        foreach (var (id, workspace) in _alone)
        {
            var alone = await workspace.RunAloneAsync(query(workspace.Table<Parent>(0), workspace.Table<Child>(1)));
            var difference = Bag.Compare(alone.Results[id], lifted.Results[id]);
            if (!difference.IsEmpty)
                return ($"case {id}\n{difference}\n\nALONE\n{alone.Sql}\n\nLIFTED\n{lifted.Sql}", rows, lifted.Sql);
            rows += alone.Results[id].Count();
        }

        return (null, rows, lifted.Sql);
    }

    /// <summary>Whether a query cannot be run on a case alone either.</summary>
    public async Task<bool> FailsAloneAsync<TResult>(Func<IQueryable<Parent>, IQueryable<Child>, IQueryable<TResult>> query)
    {
        var alone = _alone[^1].Workspace;
        try
        {
            await alone.RunAloneAsync(query(alone.Table<Parent>(0), alone.Table<Child>(1)));
            return false;
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return true;
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var (_, workspace) in _alone)
            await workspace.DisposeAsync();
        await All.DisposeAsync();
    }
}
