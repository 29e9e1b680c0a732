using LinqToDB;
using SqlHarness.Portability;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>TAKE and SKIP, lifted: each case has its own first rows. Orders are total, or rows that tie are equal.</summary>
public sealed class LiftPagingTests(EmbeddedCases cases) : IClassFixture<EmbeddedCases>
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Engines))]
    public Task Take(string engine) => cases.EqualAsync(engine, (p, c) => p.OrderBy(x => x.Value).ThenByDescending(x => x.Id).Take(2));

    [Theory, MemberData(nameof(Engines))]
    public Task Take_with_nulls_last(string engine) => cases.EqualAsync(engine, (p, c) => p.OrderByDescending(x => x.Value).ThenBy(x => x.Id).Take(3).Select(x => new { x.Id }));

    // On SQLite, which has no SKIP without TAKE, linq2db skips after the statement: see RefusalTests.
    [Fact]
    public Task Skip() => cases.EqualAsync("duckdb", (p, c) => p.OrderBy(x => x.Id).Skip(2));

    [Fact]
    public Task Skip_in_a_sub_query() => cases.EqualAsync("duckdb", (p, c) => c.Join(p.OrderBy(x => x.Id).Skip(2), y => y.ParentId, x => x.Id, (y, x) => new { y.Value, x.Id }));

    [Theory, MemberData(nameof(Engines))]
    public Task Skip_and_take(string engine)
    {
        var (skip, take) = (1, 2);
        return cases.EqualAsync(engine, (p, c) => p.OrderBy(x => x.Id).Skip(skip).Take(take));
    }

    [Theory, MemberData(nameof(Engines))]
    public Task Take_of_take(string engine) => cases.EqualAsync(engine, (p, c) => p.OrderBy(x => x.Id).Take(4).OrderByDescending(x => x.Id).Take(2));

    [Theory, MemberData(nameof(Engines))]
    public Task Take_of_distinct(string engine) => cases.EqualAsync(engine, (p, c) => c.Select(x => new { x.Kind, x.Value }).Distinct().OrderBy(x => x.Value).ThenBy(x => x.Kind).Take(2));

    [Theory, MemberData(nameof(Engines))]
    public Task Take_of_groups(string engine) => cases.EqualAsync(engine, (p, c) => c.GroupBy(x => x.Kind).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(x => x.Count).ThenBy(x => x.Key).Take(1));

    [Theory, MemberData(nameof(Engines))]
    public Task Take_of_groups_ordered_by_what_is_not_returned(string engine) => cases.EqualAsync(engine, (p, c) =>
        p.GroupBy(x => x.Kind).OrderByDescending(g => g.Sum(x => x.Id)).ThenBy(g => g.Key).Select(g => new { Count = g.Count() }).Take(1));

    [Theory, MemberData(nameof(Engines))]
    public Task Take_of_an_aggregate(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => Portable.Native(1)).Select(g => new { Count = g.Count() }).OrderBy(x => x.Count).Take(1));

    [Theory, MemberData(nameof(Engines))]
    public Task Take_of_a_union(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Kind, x.Value }).Union(c.Select(x => new { x.Kind, x.Value })).OrderBy(x => x.Value).ThenBy(x => x.Kind).Take(2));

    [Theory, MemberData(nameof(Engines))]
    public Task Take_within_a_union(string engine) => cases.EqualAsync(engine, (p, c) => p.OrderBy(x => x.Id).Take(1).Select(x => new { x.Value }).Concat(p.OrderByDescending(x => x.Id).Take(1).Select(x => new { x.Value })));

    [Theory, MemberData(nameof(Engines))]
    public Task Take_of_a_join(string engine) => cases.EqualAsync(engine, (p, c) => p.Join(c, x => x.Id, y => y.ParentId, (x, y) => new { x.Id, y.Value, y.Kind }).OrderBy(x => x.Id).ThenBy(x => x.Value).ThenBy(x => x.Kind).Take(2));

    [Theory, MemberData(nameof(Engines))]
    public Task Take_of_windows(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Id, After = Sql.Window.Lead(x.Value, w => w.OrderBy(x.Id)) }).OrderBy(x => x.Id).Take(2));

    [Theory, MemberData(nameof(Engines))]
    public Task Take_ordered_by_a_window(string engine) =>
        cases.EqualAsync(engine, (p, c) => p.OrderBy(x => Sql.Window.RowNumber(w => w.OrderBy(x.Value).ThenBy(x.Id))).Take(2).Select(x => new { x.Id, x.Name }));

    [Theory, MemberData(nameof(Engines))]
    public Task Join_to_taken_rows(string engine) => cases.EqualAsync(engine, (p, c) => c.LeftJoin(p.OrderBy(x => x.Id).Take(2), (y, x) => y.ParentId == x.Id, (y, x) => new { y.ParentId, Id = (int?)x.Id }));

    [Theory, MemberData(nameof(Engines))]
    public Task Step_of_taken_rows(string engine) => cases.EqualAsync(engine, (p, c) =>
    {
        var first = p.OrderBy(x => x.Id).Take(2).AsStep("first_two");
        return first.Join(first, x => 1, x => 1, (x, y) => new { Left = x.Id, Right = y.Id });
    });

    [Theory, MemberData(nameof(Engines))]
    public Task Aggregate_of_taken_rows(string engine) => cases.EqualAsync(engine, (p, c) => p.OrderBy(x => x.Id).Take(2).GroupBy(x => Portable.Native(1)).Select(g => new { Count = g.Count(), Sum = g.Sum(x => x.Value) }));

    [Theory, MemberData(nameof(Engines))]
    public async Task Order_is_kept_within_a_case(string engine)
    {
        var workspace = cases.On(engine).All;
        foreach (var query in new[] { workspace.Table<Parent>(0).OrderByDescending(x => x.Id), workspace.Table<Parent>(0).OrderByDescending(x => x.Id).Take(4) })
        {
            foreach (var answer in (await workspace.RunAsync(query, TestContext.Current.CancellationToken)).Results)
                answer.Select(x => x.Id).ShouldBe(answer.Select(x => x.Id).OrderDescending());
        }
    }
}
