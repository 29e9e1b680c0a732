using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>A wrong lift does not pass for a wrong query: some cases of a batch run again alone.</summary>
public class SelfCheckTests
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_wrong_lift_is_told_from_a_wrong_query(string engine)
    {
        var token = TestContext.Current.CancellationToken;
        await using var runner = new LiftedRunner<int>(EmbeddedEngines.Named(engine), [typeof(Parent), typeof(Child)]);
        var cases = SmallCases.Generate(30, 5).Select(c => new SqlHarness.Testing.Cases.Case(c.Id, c.Case)).ToList();
        IQueryable<int> Query(IReadOnlyList<IQueryable> tables) => ((IQueryable<Parent>)tables[0]).Join((IQueryable<Child>)tables[1], p => p.Id, c => c.ParentId, (p, c) => p.Id);

        (await runner.RunAsync(tables => Query(tables), cases, alone: false, token)).Results.Count.ShouldBeGreaterThan(5);

        (await runner.OpenAsync(token)).Planted = statement =>
        {
            PlantedLifts.Mistakes["no equality in joins"](statement);
            return statement;
        };
        // Another delegate is another query, whose first batch is checked.
        (await Should.ThrowAsync<ProofFailedException>(() => runner.RunAsync(tables => Query(tables).Where(id => id > -1000), cases, alone: false, token))).Message.ShouldContain("the lift or the engine is at fault, not the query");
    }
}
