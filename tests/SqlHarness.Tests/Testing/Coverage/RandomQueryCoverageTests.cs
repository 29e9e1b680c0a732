using LinqToDB.Data;
using SqlHarness.Testing.Coverage;
using SqlHarness.Testing.Runs;
using SqlHarness.Tests.Testing.Lifting;

namespace SqlHarness.Tests.Testing.Coverage;

/// <summary>Coverage of random queries: nearly everything is measured, and both engines count the same.</summary>
public sealed class RandomQueryCoverageTests(ITestOutputHelper output)
{
    const int Queries = 50;
    const int FirstSeed = 400;

    static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Both_engines_measure_the_same_of_nearly_everything()
    {
        await using var first = await OpenAsync("sqlite");
        await using var second = await OpenAsync("duckdb");
        var (covered, goals, reached, probes, notMeasured) = (0, 0, 0, 0, new List<string>());
        for (var seed = FirstSeed; seed < FirstSeed + Queries; seed++)
        {
            if (await CoverAsync(first, seed) is not { } one || await CoverAsync(second, seed) is not { } other)
                continue;
            Lines(other).ShouldBe(Lines(one), $"query {seed}");
            (covered, goals, reached, probes) = (covered + 1, goals + one.Goals.Count, reached + one.Goals.Count(g => !g.IsMissing),
                probes + one.Probes);
            notMeasured.AddRange(one.NotMeasured.Select(n => $"query {seed}: {n}"));
        }

        output.WriteLine($"{covered} queries, {goals} goals, {reached} reached, {probes} probes\n{string.Join("\n", notMeasured)}");
        covered.ShouldBeGreaterThan(Queries / 2);
        notMeasured.Count.ShouldBeLessThan(probes / 50);
    }

    static IEnumerable<string> Lines(Covered covered) => covered.Goals.Select(g => $"{g.Goal.Id}: {string.Join(' ', g.Cases)}");

    // What cannot be lifted, or not be run, has no coverage; and a query of kind 8 is composed anew whenever it is translated.
    static async Task<Covered?> CoverAsync(CaseWorkspace workspace, int seed)
    {
        var random = new RandomQuery(seed, workspace.Table<Parent>(0), workspace.Table<Child>(1));
        var query = random.Compose();
        if (random.ToString().Contains(" 8 ", StringComparison.Ordinal))
            return null;
        try
        {
            await workspace.RunAsync(query, Token);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            return null;
        }

        return await workspace.CoverAsync(query, Token);
    }

    static async Task<CaseWorkspace> OpenAsync(string engine)
    {
        var workspace = await CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(Parent), typeof(Child)], Token);
        // See Tested: DuckDB 1.5.6 takes other rows.
        if (engine == "duckdb")
            await workspace.Connection.ExecuteAsync("SET disabled_optimizers = 'join_filter_pushdown'", Token);
        await workspace.LoadAsync(SmallCases.Generate(20, 3), Token);
        return workspace;
    }
}
