namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>All mutants of queries of many kinds, on both engines.</summary>
public sealed class EveryMutantTests(Benches benches, ITestOutputHelper output) : IClassFixture<Benches>
{
    const int Cases = 60;

    // Of one query at least; most have none. What an engine does not take proves nothing.
    const double MostRefused = 0.02;

    // What linq2db's optimizer undoes: it knows of a column that it is never NULL, and that C#'s inequality holds for NULL.
    const double MostNotApplied = 0.1;

    public static TheoryData<string, string> Queries => [.. from engine in Benches.Names from query in MutationQueries.All select new TheoryDataRow<string, string>(engine, query.Name)];

    [Theory, MemberData(nameof(Queries))]
    public async Task Mutants_are_taken_by_the_engine_and_leave_the_query_as_it_was(string engine, string name)
    {
        var (mutants, differingAfterwards) = await MutationQueries.All.Single(q => q.Name == name).RunAsync(benches.On(engine), Cases, null);
        var refused = mutants.Where(r => r.Refusal is not null).Select(r => $"{r.Mutant}: {r.Refusal}").ToList();
        var notApplied = mutants.Where(r => !r.IsApplied && r.Mutant.Equivalent is null).Select(r => r.Mutant.ToString()).ToList();
        output.WriteLine($"{mutants.Count} mutants, {mutants.Count(r => r.Differing > 0)} noticed, {mutants.Count(r => r.Mutant.Equivalent is not null)} equivalent");
        output.WriteLine($"refused {refused.Count}: {string.Join('\n', refused)}\nnot applied {notApplied.Count}: {string.Join('\n', notApplied)}");

        differingAfterwards.ShouldBe(0);
        mutants.Where(r => r.Differing > 0 && r.Mutant.Equivalent is not null).Select(r => $"{r.Mutant}: {r.Mutant.Equivalent}").ShouldBeEmpty();
        refused.Count.ShouldBeLessThanOrEqualTo((int)(mutants.Count * MostRefused), string.Join('\n', refused));
        notApplied.Count.ShouldBeLessThanOrEqualTo((int)(mutants.Count * MostNotApplied), string.Join('\n', notApplied));
        mutants.Count(r => r.Differing > 0).ShouldBeGreaterThan(mutants.Count / 2);
    }
}
