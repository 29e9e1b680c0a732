namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>A query by name, whose mutants can be run whatever its rows are.</summary>
sealed record MutationQuery(string Name, Func<Bench, int, Task<MutationRuns>> RunAsync)
{
    public static MutationQuery Of<T>(string name, Func<Bench, IQueryable<T>> query) => new(name, (bench, cases) => MutationRuns.OfAsync(bench, query(bench), cases));
}
