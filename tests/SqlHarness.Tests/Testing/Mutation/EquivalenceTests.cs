namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>What is said to change nothing changes nothing, in any generated case; and where the condition for it does not hold, the same change is
/// noticed and nothing of the kind is said.</summary>
public sealed class EquivalenceTests(Benches benches) : IClassFixture<Benches>
{
    const int Cases = 150;

    public static TheoryData<string, string> Rules => [.. from engine in Benches.Names from rule in Equivalences.All select new TheoryDataRow<string, string>(engine, rule.Name)];

    [Theory, MemberData(nameof(Rules))]
    public async Task A_mutant_that_is_said_to_change_nothing_changes_nothing(string engine, string name)
    {
        var bench = benches.On(engine);
        var rule = Equivalences.All.Single(r => r.Name == name);

        var said = (await rule.Holds.RunAsync(bench, Cases, rule.Operator)).Mutants.Where(r => IsSaid(rule, r)).ToList();
        said.ShouldNotBeEmpty();
        said.Where(r => r.Differing > 0).Select(r => $"{r.Mutant}: {r.Mutant.Equivalent}").ShouldBeEmpty();

        var other = (await rule.Fails.RunAsync(bench, Cases, rule.Operator)).Mutants;
        other.Where(r => IsSaid(rule, r) && r.Differing > 0).ShouldBeEmpty();
        other.Count(r => r.Mutant.Equivalent is null && r.Differing > 0).ShouldBeGreaterThan(0);
        other.Count(r => IsSaid(rule, r)).ShouldBeLessThan(other.Count);
    }

    static bool IsSaid(Equivalence rule, MutantRun run) => run.Mutant.Equivalent?.Contains(rule.Because, StringComparison.Ordinal) == true;

    [Fact]
    public void A_forgotten_tie_breaker_of_a_limit_is_left_to_luck_unless_there_are_no_ties()
    {
        var bench = benches.On("duckdb");

        bench.MutantsOf(bench.Parents.OrderBy(p => p.Value).ThenBy(p => p.Id).Take(2)).Where(m => m.IsFlaky).Select(m => m.Operator).ShouldBe(["TIE"]);
        bench.MutantsOf(bench.Parents.OrderBy(p => p.Id).ThenBy(p => p.Value).Take(2)).ShouldAllBe(m => !m.IsFlaky);
    }
}
