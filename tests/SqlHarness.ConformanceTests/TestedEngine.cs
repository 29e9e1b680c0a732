using System.Collections.Concurrent;
using ClickHouse.Driver.ADO;
using MySqlConnector;
using Npgsql;
using SqlHarness.ConformanceTests.GoogleSql;
using SqlHarness.Engines;
using SqlHarness.Engines.Dialects;

namespace SqlHarness.ConformanceTests;

/// <summary>An engine that queries are run on, and how it is reached: the servers that <c>fixtures/engines/up.sh</c> starts, unless <c>SQLHARNESS_POSTGRESQL</c> and its like name others.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Server">What up.sh calls it; null for an embedded engine.</param>
/// <param name="Make">Makes the engine.</param>
sealed record TestedEngine(string Name, string? Server, Func<Engine> Make)
{
    static readonly ConcurrentDictionary<string, Lazy<Task<string?>>> Reached = new();

    /// <summary>All of them. What is printed is run as it is printed; the others go through linq2db's providers.</summary>
    public static IReadOnlyList<TestedEngine> All { get; } =
    [
        new("sqlite", null, () => Engine.Sqlite()),
        new("duckdb", null, () => Engine.DuckDb()),
        .. Both("postgresql", Dialect.PostgreSql, () => new NpgsqlConnection(PostgreSql)),
        .. Both("mariadb", Dialect.MariaDb, () => new MySqlConnection(MariaDb)),
        .. Both("clickhouse", Dialect.ClickHouse, () => new ClickHouseConnection(ClickHouse)),
        new("bigquery", "googlesql", () => Engine.For(Dialect.BigQuery, () => new GoogleSqlConnection { ConnectionString = GoogleSqlAddress })),
    ];

    public static string PostgreSql => Connection("postgresql", port => $"Host=127.0.0.1;Port={port ?? "25432"};Username=sqlharness;Password=sqlharness;Database=sqlharness");

    public static string MariaDb => Connection("mariadb", port => $"Server=127.0.0.1;Port={port ?? "23306"};User ID=sqlharness;Password=sqlharness;Database=sqlharness");

    public static string ClickHouse => Connection("clickhouse", port => $"Host=127.0.0.1;Port={port ?? "28123"};Username=sqlharness;Password=sqlharness;Database=default");

    public static string GoogleSqlAddress => Connection("googlesql", port => $"Address=http://127.0.0.1:{port ?? "25055"}");

    public static TheoryData<string> Names => [.. All.Select(e => e.Name)];

    public static TestedEngine Of(string name) => All.Single(e => e.Name == name);

    /// <summary>The engine, if it is up. If not, the test is skipped with a line that says how to start it, or fails where the engine is required: <c>SQLHARNESS_REQUIRE=all</c>, or its name.</summary>
    public async Task<Engine> UpAsync()
    {
        var engine = Make();
        if (await Reached.GetOrAdd(Server ?? "", _ => new(() => ReachAsync(engine))).Value is not { } sentence)
            return engine;
        var required = Environment.GetEnvironmentVariable("SQLHARNESS_REQUIRE")?.Split(',') ?? [];
        Assert.SkipUnless(required.Contains("all") || required.Contains(Server), sentence);
        throw new InvalidOperationException(sentence);
    }

    async Task<string?> ReachAsync(Engine engine)
    {
        try
        {
            await using var workspace = await engine.OpenAsync();
            return null;
        }
        catch (EngineException e)
        {
            return $"{Server} is not up: fixtures/engines/up.sh {Server} starts it. ({e.Message})";
        }
    }

    static IEnumerable<TestedEngine> Both(string name, Dialect dialect, Func<System.Data.Common.DbConnection> connect) =>
        [new(name, name, () => Engine.For(dialect, connect)), new($"{name} (printed)", name, () => Engine.For(dialect, connect, printed: true))];

    static string Connection(string server, Func<string?, string> ours) =>
        Environment.GetEnvironmentVariable($"SQLHARNESS_{server.ToUpperInvariant()}") ?? ours(Environment.GetEnvironmentVariable($"SQLHARNESS_{server.ToUpperInvariant()}_PORT"));

    public override string ToString() => Name;
}
