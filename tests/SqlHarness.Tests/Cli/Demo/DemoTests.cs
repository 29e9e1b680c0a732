using SqlHarness.Sessions;

namespace SqlHarness.Tests.Cli.Demo;

public class DemoTests
{
    static readonly string[] Engines = ["sqlite", "duckdb"];

    /// <summary>Even one case has a row, and each engine prints its SQL.</summary>
    [Theory]
    [InlineData("1", "1")]
    [InlineData("1500", "1,500")]
    public async Task Every_formulation_is_proven_on_both_engines(string cases, string printed)
    {
        var run = await CommandRun.RunAsync(["demo", "--cases", cases], TestContext.Current.CancellationToken);

        run.Error.ShouldBe("");
        run.ExitCode.ShouldBe(0);
        var proven = run.Out.Split('\n').Select(l => l.Trim()).Where(l => l.StartsWith("equal ", StringComparison.Ordinal)).ToList();
        proven.Select(l => string.Join(' ', l.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1..4])).ShouldBe(
            [.. from engine in Engines from formulation in Enum.GetNames<Formulation>() select $"{engine} {formulation} {printed}"]);
        foreach (var engine in Engines)
            run.Out.ShouldContain($"the query on {engine} ");
    }

    [Fact]
    public async Task No_cases_are_refused()
    {
        var run = await CommandRun.RunAsync(["demo", "--cases", "0"], TestContext.Current.CancellationToken);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("--cases must be at least 1, but is 0.");
    }
}
