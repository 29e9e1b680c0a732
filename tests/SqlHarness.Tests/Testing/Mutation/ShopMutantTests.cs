using SqlHarness.Tests.Engines;
using SqlHarness.Tests.Testing.UnderTest;

namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>Generated cases notice what a user would get wrong in a plain query.</summary>
public sealed class ShopMutantTests(ITestOutputHelper output)
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task Only_what_changes_nothing_survives_of_the_daily_revenues(string engine)
    {
        await using var bench = await Bench.OpenAsync(engine);
        var runs = await MutationRuns.OfAsync(bench, ShopQueries.DailyRevenues(bench.Orders), 300);
        output.WriteLine(string.Join('\n', runs.Mutants.Select(r => $"{(r.Differing > 0 ? $"noticed in {r.Differing}" : "survives")}: {r.Mutant}")));

        runs.Mutants.Where(r => r.Mutant.Equivalent is null && r.Differing == 0).Select(r => r.Mutant.ToString()).ShouldBeEmpty();
        runs.Mutants.Where(r => r.Differing > 0).Select(r => r.Mutant.Operator).Distinct()
            .ShouldBe(["FRM", "ROR", "CBB", "CON", "TRU", "SEL", "AGR", "AGD", "GRU", "UOI"], ignoreOrder: true);
    }

    [Fact]
    public async Task The_boundary_shows_at_the_boundary_alone()
    {
        await using var bench = await Bench.OpenAsync("duckdb");
        var runs = await MutationRuns.OfAsync(bench, ShopQueries.DailyRevenues(bench.Orders), 300);

        // 100 and 100.01 differ by one value; FALSE by all from 100 on.
        runs.Of("ROR", "Amount >= 100", "Amount > 100").Differing.ShouldBe(runs.Of("CBB", "Amount >= 100", "Amount >= 100.01").Differing);
        runs.Of("ROR", "Amount >= 100", "FALSE").Differing.ShouldBeGreaterThan(runs.Of("ROR", "Amount >= 100", "Amount > 100").Differing);
    }
}
