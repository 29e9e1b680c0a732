namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>A bench on each embedded engine, opened once for a class of tests, whose tests run one after another.</summary>
public sealed class Benches : IAsyncLifetime
{
    readonly Dictionary<string, Bench> _engines = [];

    internal static readonly IReadOnlyList<string> Names = ["sqlite", "duckdb"];

    internal Bench On(string engine) => _engines[engine];

    public async ValueTask InitializeAsync()
    {
        foreach (var engine in Names)
            _engines.Add(engine, await Bench.OpenAsync(engine));
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var engine in _engines.Values)
            await engine.DisposeAsync();
    }
}
