using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Tests.Testing.Cases;

/// <summary>The cases that the harness generates for a query over one table, for tests that look at them or run them otherwise.</summary>
static class Generated
{
    public static IReadOnlyList<IReadOnlyList<T>> For<T, TResult>(Func<IQueryable<T>, IQueryable<TResult>> query, int count, ulong seed, CaseRules? rules = null) where T : class =>
        [.. ForAsync(query, new(count, seed), rules ?? CaseRules.None).GetAwaiter().GetResult().Select(c => c.Of<T>())];

    static async Task<IReadOnlyList<InputCase>> ForAsync<T, TResult>(Func<IQueryable<T>, IQueryable<TResult>> query, CaseBudget budget, CaseRules rules) where T : class
    {
        await using var workspace = await CaseWorkspace.OpenAsync(Engine.Sqlite(), [typeof(T)]);
        var facts = workspace.FactsOf(query(workspace.Table<T>(0)));
        return CaseGenerator.Generate(InputTables.Of(workspace.Mapping, [typeof(T)], rules), facts.Constants, budget, new(facts.Orders));
    }
}
