using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Tests.Testing.Cases;

/// <summary>The cases that the harness generates for a query over one table, for tests that look at them or run them otherwise.</summary>
static class Generated
{
    public static IReadOnlyList<IReadOnlyList<T>> For<T, TResult>(Func<IQueryable<T>, IQueryable<TResult>> query, int count, ulong seed) where T : class =>
        [.. ForAsync(query, new(count, seed)).GetAwaiter().GetResult().Select(c => c.Of<T>())];

    static async Task<IReadOnlyList<InputCase>> ForAsync<T, TResult>(Func<IQueryable<T>, IQueryable<TResult>> query, CaseBudget budget) where T : class
    {
        await using var workspace = await CaseWorkspace.OpenAsync(Engine.Sqlite(), [typeof(T)]);
        return CaseGenerator.Generate(InputTables.Of(workspace.Mapping, [typeof(T)]), workspace.FactsOf(query(workspace.Table<T>(0))).Constants, budget);
    }
}
