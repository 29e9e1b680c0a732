using LinqToDB;
using SqlHarness.Portability;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>A lift that forgets one rule is caught by the cases: each mistake changes the answer of a query that needs the rule.</summary>
public sealed class PlantedLiftTests(EmbeddedCases cases) : IClassFixture<EmbeddedCases>
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    async Task CaughtAsync<TResult>(string engine, string mistake, Func<IQueryable<Parent>, IQueryable<Child>, IQueryable<TResult>> query)
    {
        await cases.EqualAsync(engine, query);
        var tested = cases.On(engine);
        tested.All.Planted = statement =>
        {
            PlantedLifts.Mistakes[mistake](statement);
            return statement;
        };
        try
        {
            (await tested.CompareAsync(query)).Difference.ShouldNotBeNull($"{mistake} was not noticed");
        }
        finally
        {
            tested.All.Planted = null;
        }
    }

    [Theory, MemberData(nameof(Engines))]
    public Task A_window_without_the_case(string engine) => CaughtAsync(engine, "no partition", (p, c) => p.Select(x => new { x.Id, Number = Sql.Window.RowNumber(w => w.OrderBy(x.Value).ThenBy(x.Id)) }));

    [Theory, MemberData(nameof(Engines))]
    public Task A_limit_without_the_case(string engine) => CaughtAsync(engine, "no partition", (p, c) => p.OrderBy(x => x.Id).Take(2));

    [Theory, MemberData(nameof(Engines))]
    public Task A_join_without_the_case(string engine) => CaughtAsync(engine, "no equality in joins", (p, c) => p.Join(c, x => x.Id, y => y.ParentId, (x, y) => new { x.Name, y.Value }));

    [Theory, MemberData(nameof(Engines))]
    public Task An_outer_join_without_the_case(string engine) =>
        CaughtAsync(engine, "no equality in joins", (p, c) => p.LeftJoin(c, (x, y) => x.Id == y.ParentId, (x, y) => new { x.Name, Value = (int?)y.Value }));

    [Theory, MemberData(nameof(Engines))]
    public Task A_scalar_without_correlation(string engine) => CaughtAsync(engine, "no equality in WHERE", (p, c) => p.Select(x => new { x.Id, Count = c.Count(y => y.ParentId == x.Id) }));

    [Theory, MemberData(nameof(Engines))]
    public Task An_exists_without_correlation(string engine) => CaughtAsync(engine, "no equality in WHERE", (p, c) => p.Where(x => c.Any(y => y.ParentId == x.Id)));

    [Theory, MemberData(nameof(Engines))]
    public Task An_in_without_correlation(string engine) => CaughtAsync(engine, "no equality in WHERE", (p, c) => p.Select(x => new { x.Id, In = x.Value.In(c.Select(y => y.Value)) }));

    [Theory, MemberData(nameof(Engines))]
    public Task A_group_without_the_case(string engine) => CaughtAsync(engine, "no group", (p, c) => p.GroupBy(x => x.Kind).Select(g => new { g.Key, Count = g.Count() }));

    [Theory, MemberData(nameof(Engines))]
    public Task An_aggregate_without_padding(string engine) => CaughtAsync(engine, "no padding", (p, c) => p.GroupBy(x => Portable.Native(1)).Select(g => new { Count = g.Count() }));

    [Theory, MemberData(nameof(Engines))]
    public Task An_aggregate_in_a_step_without_padding(string engine) => CaughtAsync(engine, "no padding", (p, c) =>
    {
        var total = c.GroupBy(y => Portable.Native(1)).Select(g => new { Count = g.Count() }).AsStep("total");
        return p.InnerJoin(total, (x, t) => x.Id >= t.Count, (x, t) => new { x.Id, t.Count });
    });
}
