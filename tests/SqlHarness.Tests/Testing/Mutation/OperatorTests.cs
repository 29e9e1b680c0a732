using SqlHarness.Testing.Statements.Mutation;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>Each operator makes of its examples what stands beside them, and nothing else, on both engines.</summary>
public sealed class OperatorTests
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task Operators_make_what_their_examples_say(string engine)
    {
        await using var bench = await Bench.OpenAsync(engine);
        foreach (var example in Examples.All)
        {
            example.Mutants(bench).Where(m => m.Operator == example.Operator).Select(m => $"{m.Before} → {m.After}{(m.Equivalent is null ? "" : " ≡")}")
                .ShouldBe(example.Expected, $"{example.Operator} {example.Name}");
        }
    }

    [Fact]
    public void Each_operator_of_the_catalogue_has_an_example() =>
        Catalogue.Operators.Select(o => o.Code).Except(Examples.All.Where(e => e.Expected.Count > 0).Select(e => e.Operator)).ShouldBeEmpty();

    [Fact]
    public void Codes_are_those_of_one_operator_each() => Catalogue.Operators.Select(o => o.Code).ShouldBeUnique();

    [Fact]
    public async Task What_a_case_needs_is_said_with_the_querys_own_values()
    {
        await using var bench = await Bench.OpenAsync("duckdb");

        bench.MutantsOf(bench.Orders.Where(o => o.Amount >= 100m)).Select(m => $"{m.After}: {m.Needs}").Take(7).ShouldBe(
        [
            "TRUE: a row for which Amount >= 100 does not hold", "Amount > 100: a row with Amount exactly 100", "Amount = 100: a row with Amount above 100", "Amount < 100: any row",
            "FALSE: a row with Amount at least 100", "Amount >= 100.01: a row with Amount exactly 100", "Amount >= 99.99: a row with Amount exactly 99.99",
        ]);
    }
}
