using SqlHarness.Engines;

namespace SqlHarness.Tests.Engines;

/// <summary>The engines that every fast test runs on.</summary>
static class EmbeddedEngines
{
    public static TheoryData<string> Names => ["sqlite", "duckdb"];

    public static Engine Named(string name) => name switch
    {
        "sqlite" => Engine.Sqlite(),
        "duckdb" => Engine.DuckDb(),
        _ => throw new ArgumentOutOfRangeException(nameof(name), name, "Not an embedded engine."),
    };
}
