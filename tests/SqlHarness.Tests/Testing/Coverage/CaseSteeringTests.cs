using FsCheck.Fluent;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Coverage;
using SqlHarness.Testing.Runs;
using SqlHarness.Tests.Testing.Lifting;
using SqlHarness.Tests.Testing.UnderTest;

namespace SqlHarness.Tests.Testing.Coverage;

/// <summary>Steering finds what generating alone does not, loses nothing, and repeats itself.</summary>
public sealed class CaseSteeringTests(ITestOutputHelper output)
{
    static readonly Type[] Entities = [typeof(Order), typeof(Refund)];

    // Four conditions on one row, and a pair of rows that misses by one of three.
    static IQueryable<int> Picky(IQueryable<Order> orders, IQueryable<Refund> refunds) => orders
        .Where(o => o.Amount == 12.34m && o.Region == "north" && o.Coupon == "spring" && o.Id > 5)
        .Join(refunds.Where(r => r.Amount == 0.07m), o => (int?)o.Id, r => r.OrderId, (o, r) => o.Id + r.Id);

    [Fact]
    public async Task What_generating_misses_is_found_in_as_many_cases()
    {
        await using var workspace = await OpenAsync();
        var generated = await SteerAsync(workspace, 60, _ => true);
        var steered = await SteerAsync(workspace, 60);
        output.WriteLine($"{generated.Coverage.Missing.Count()} of {generated.Coverage.Goals.Count} missing; steered in {steered.Rounds} rounds, {steered.Tried} cases");
        output.WriteLine(CoverageText.Of(steered.Coverage));

        generated.Coverage.Missing.Count().ShouldBeGreaterThan(5);
        steered.Coverage.Missing.ShouldBeEmpty();
        steered.Cases.Count.ShouldBe(60);
        var tables = InputTables.Of(workspace.Mapping, Entities);
        steered.Cases.ShouldAllBe(c => tables.Validity.Holds(tables.Cells(c)));
    }

    [Fact]
    public async Task The_coverage_is_that_of_the_chosen_cases()
    {
        await using var workspace = await OpenAsync();
        var steered = await SteerAsync(workspace, 60);
        var again = await CoverAsync(workspace, steered.Cases);

        again.Goals.Select(g => (g.Goal, string.Join(' ', g.Cases))).ShouldBe(steered.Coverage.Goals
            .Select(g => (g.Goal, string.Join(' ', g.Cases))));
    }

    [Fact]
    public async Task The_same_seed_chooses_the_same_cases()
    {
        await using var workspace = await OpenAsync();
        var (one, other) = (await SteerAsync(workspace, 60), await SteerAsync(workspace, 60));

        InputRows(other).ShouldBe(InputRows(one));
        InputRows(await SteerAsync(workspace, 60, seed: 4)).ShouldNotBe(InputRows(one));
    }

    [Fact]
    public async Task What_is_waived_is_not_tried_for()
    {
        await using var workspace = await OpenAsync();
        (await SteerAsync(workspace, 60, _ => true)).Tried.ShouldBe(60);
    }

    [Fact]
    public async Task What_the_author_states_is_kept_to()
    {
        await using var workspace = await OpenAsync();
        var rules = CaseRules.None.Column((Order o) => o.Amount, Gen.Elements(12.34m, 1m))
            .Where((Order o) => o.Region != "").Matches((Refund r) => r.OrderId, (Order o) => o.Id);
        var tables = InputTables.Of(workspace.Mapping, Entities, rules);
        var steered = await new CaseSteering(tables, workspace.FactsOf(Query(workspace)).Constants, ColumnRoles.None, new(60, 3)).ChooseAsync(cases =>
            CoverAsync(workspace, cases));

        steered.Rounds.ShouldBeGreaterThan(0);
        steered.Cases.SelectMany(c => c.Tables[0]).Cast<Order>().ShouldAllBe(o => (o.Amount == 12.34m || o.Amount == 1m) && o.Region != "");
        steered.Cases.ShouldAllBe(c => tables.Validity.Holds(tables.Cells(c)));
    }

    static IQueryable<int> Query(CaseWorkspace workspace) => Picky(workspace.Table<Order>(0), workspace.Table<Refund>(1));

    static Task<CaseWorkspace> OpenAsync() => CaseWorkspace.OpenAsync(Tested.Engine("sqlite"), Entities, TestContext.Current.CancellationToken);

    static Task<Steered> SteerAsync(CaseWorkspace workspace, int count, Func<CoverageGoal, bool>? isWaived = null, ulong seed = 3) =>
        new CaseSteering(InputTables.Of(workspace.Mapping, Entities), workspace.FactsOf(Query(workspace)).Constants, ColumnRoles.None, new(count, seed)).ChooseAsync(cases =>
            CoverAsync(workspace, cases), isWaived);

    static async Task<Covered> CoverAsync(CaseWorkspace workspace, IReadOnlyList<InputCase> cases)
    {
        await workspace.ClearAsync();
        await workspace.LoadAsync([.. cases.Select((c, i) => (i, c))]);
        return await workspace.CoverAsync(Query(workspace));
    }

    static IEnumerable<string> InputRows(Steered steered) =>
        steered.Cases.Select(c => string.Join(" / ", c.Tables.Select(t => string.Join(", ", t))));
}
