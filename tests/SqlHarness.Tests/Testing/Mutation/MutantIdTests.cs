using System.Globalization;
using SqlHarness.Sessions;
using SqlHarness.Tests.Testing.UnderTest;

namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>A mutant is known by its name in every run.</summary>
public sealed class MutantIdTests
{
    [Fact]
    public async Task Ids_are_the_same_after_other_queries_in_another_workspace_and_culture_and_on_another_engine()
    {
        await using var first = await Bench.OpenAsync("duckdb");
        var ids = Ids(first);
        await using var second = await Bench.OpenAsync("sqlite");
        second.MutantsOf(ShopQueries.NetAmounts(second.Orders, second.Refunds)).Count.ShouldBeGreaterThan(20);

        var culture = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = new("") { NumberFormat = { NumberDecimalSeparator = ",", NegativeSign = "~" } };
        try
        {
            Ids(second).ShouldBe(ids);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        static IReadOnlyList<string> Ids(Bench bench) =>
            [.. bench.MutantsOf(SessionQueries.SessionizedEvents(bench.Events)).Concat(bench.MutantsOf(ShopQueries.DailyRevenues(bench.Orders))).Select(m => m.ToString())];
    }

    [Fact]
    public async Task Ids_are_those_that_they_were_when_this_was_written()
    {
        await using var bench = await Bench.OpenAsync("duckdb");

        bench.MutantsOf(ShopQueries.DailyRevenues(bench.Orders)).Take(3).Select(m => m.Id).ShouldBe(["FRM-d4764a", "ROR-462513", "ROR-a9e4ff"]);
    }

    [Fact]
    public async Task No_two_mutants_of_a_statement_have_the_same_id()
    {
        await using var bench = await Bench.OpenAsync("duckdb");

        bench.MutantsOf(SessionQueries.Sessions(bench.Events)).Select(m => m.Id).ShouldBeUnique();
        // The same text on both sides: only their order tells them apart.
        bench.MutantsOf(bench.Parents.Join(bench.Children, p => p.Kind, c => c.Kind, (p, c) => new { p.Id, c.Value })).Where(m => m.Operator == "NLI")
            .Select(m => (m.Before, m.After)).Distinct().Count().ShouldBe(1);
        bench.MutantsOf(bench.Parents.Join(bench.Children, p => p.Kind, c => c.Kind, (p, c) => new { p.Id, c.Value })).Where(m => m.Operator == "NLI")
            .Select(m => m.Id).Distinct().Count().ShouldBe(2);
    }

    [Fact]
    public async Task Captured_values_change_like_values_in_the_text()
    {
        await using var bench = await Bench.OpenAsync("duckdb");
        var least = 100m;

        bench.MutantsOf(bench.Orders.Where(o => o.Amount >= least)).Select(m => m.ToString()).ShouldBe(bench.MutantsOf(bench.Orders.Where(o => o.Amount >= 100m)).Select(m => m.ToString()));
    }
}
