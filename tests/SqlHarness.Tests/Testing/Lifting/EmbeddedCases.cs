namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>Thirty cases on each embedded engine, loaded once for a class of tests.</summary>
public sealed class EmbeddedCases : IAsyncLifetime
{
    const int Count = 30;
    const int Seed = 11;

    readonly Dictionary<string, Tested> _engines = [];

    internal Tested On(string engine) => _engines[engine];

    /// <summary>The query, lifted, must answer each case as it answers the case alone, and some case with a row.</summary>
    internal async Task<string> EqualAsync<TResult>(string engine, Func<IQueryable<Parent>, IQueryable<Child>, IQueryable<TResult>> query)
    {
        var (difference, rows, sql) = await On(engine).CompareAsync(query);
        difference.ShouldBeNull();
        rows.ShouldBeGreaterThan(0, "no row in any case proves nothing");
        return sql;
    }

    public async ValueTask InitializeAsync()
    {
        foreach (var engine in new[] { "sqlite", "duckdb" })
            _engines.Add(engine, await Tested.OpenAsync(engine, Count, Seed));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines.Values)
            await engine.DisposeAsync();
    }
}
