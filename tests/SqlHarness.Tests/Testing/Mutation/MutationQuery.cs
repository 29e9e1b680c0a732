namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>A query by name, whose mutants can be run whatever its rows are.</summary>
sealed record MutationQuery(string Name, Func<Bench, int, string?, Task<MutationRuns>> RunAsync)
{
    public static MutationQuery Of<T>(string name, Func<Bench, IQueryable<T>> query) => new(name, (bench, cases, only) => MutationRuns.OfAsync(bench, query(bench), cases, only));
}
