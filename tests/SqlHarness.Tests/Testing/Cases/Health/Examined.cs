using LinqToDB;
using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Health;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Statements;

namespace SqlHarness.Tests.Testing.Cases.Health;

/// <summary>A query with all that its cases' health is judged by.</summary>
sealed record Examined(InputTables Tables, IReadOnlyList<CaseConstant> Constants, ColumnUse Use)
{
    public static async Task<Examined> Of<T1, TResult>(Func<IQueryable<T1>, IQueryable<TResult>> query, CaseRules? rules = null) where T1 : class
    {
        await using var workspace = await CaseWorkspace.OpenAsync(Engine.Sqlite(), [typeof(T1)], TestContext.Current.CancellationToken);
        return Of(workspace, query(workspace.Table<T1>(0)), [typeof(T1)], rules);
    }

    public static async Task<Examined> Of<T1, T2, TResult>(Func<IQueryable<T1>, IQueryable<T2>, IQueryable<TResult>> query, CaseRules? rules = null)
        where T1 : class where T2 : class
    {
        await using var workspace = await CaseWorkspace.OpenAsync(Engine.Sqlite(), [typeof(T1), typeof(T2)], TestContext.Current.CancellationToken);
        return Of(workspace, query(workspace.Table<T1>(0), workspace.Table<T2>(1)), [typeof(T1), typeof(T2)], rules);
    }

    /// <summary>What is found of so many cases; an answer counts as given.</summary>
    public IReadOnlyList<string> Findings(int cases, ulong seed = 1, params IReadOnlyList<Waiver> waivers) =>
        CaseHealth.Findings(Tables, Constants, Use, Generated(cases, seed), 1, waivers);

    public IReadOnlyList<InputCase> Generated(int cases, ulong seed) => CaseGenerator.Generate(Tables, Constants, new(cases, seed));

    static Examined Of<TResult>(CaseWorkspace workspace, IQueryable<TResult> query, Type[] tables, CaseRules? rules)
    {
        ColumnUse? use = null;
        workspace.Connection.Seen = (statement, _) => use = ColumnUses.Of(statement);
        query.ToSqlQuery();
        workspace.Connection.Seen = null;
        return new(InputTables.Of(workspace.Mapping, tables, rules), workspace.ConstantsOf(query), use!);
    }
}
