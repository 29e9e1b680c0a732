using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Semantics;
using SqlHarness.Engines.Servers;

namespace SqlHarness.ConformanceTests;

/// <summary>What is asked of an engine at its first use holds on each, rule by rule; and each question can be answered otherwise.</summary>
public class SemanticTests
{
    public static TheoryData<string> Engines => TestedEngine.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_engine_keeps_every_rule(string engine)
    {
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        var dialect = Dialect.Named(engine.Split(' ')[0]);
        var collation = engine is "sqlite" or "duckdb" || engine.EndsWith("(printed)", StringComparison.Ordinal) ? null : Server.Of(dialect).Collation;
        var rules = SemanticRules.Of(dialect, collation);
        rules.Count.ShouldBeGreaterThanOrEqualTo(11);
        var connection = workspace.Connection.OpenDbConnection();
        (await new Preflight(engine, rules).RunAsync(connection, workspace.Version, TestContext.Current.CancellationToken))?.Sentences.ShouldBeEmpty();
        // Turned round, each is broken: none is true of itself.
        var turned = await new Preflight(engine, [.. rules.Select(r => r with { Condition = $"NOT ({r.Condition})" })]).RunAsync(connection, workspace.Version, TestContext.Current.CancellationToken);
        turned!.Sentences.Count.ShouldBe(rules.Count);
    }

    [Fact]
    public async Task A_session_whose_settings_are_others_is_seen()
    {
        await using var workspace = await (await TestedEngine.Of("mariadb").UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        var refusals = await new Preflight("MariaDB", SemanticRules.Of(Dialect.MariaDb, "COLLATE utf8mb4_general_ci")).RunAsync(workspace.Connection.OpenDbConnection(), workspace.Version, TestContext.Current.CancellationToken);
        refusals!.Sentences.Select(s => s[(s.IndexOf("not so that ", StringComparison.Ordinal) + 12)..]).ShouldBe(
            ["text equality knows upper and lower case, and accents (it said 0).", "text equality counts trailing blanks (it said 0).", "text is ordered by code point (it said 0)."]);
    }
}
