using LinqToDB;
using SqlHarness.Portability;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>Each construct of a query, lifted over all cases, answers each case as the query answers it alone.</summary>
public sealed class LiftTests(EmbeddedCases cases) : IClassFixture<EmbeddedCases>
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Engines))]
    public Task Scan(string engine) => cases.EqualAsync(engine, (p, c) => p.Where(x => x.Value > 0 || x.Kind == null));

    [Theory, MemberData(nameof(Engines))]
    public Task Constant_column(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { One = 1 }));

    [Theory, MemberData(nameof(Engines))]
    public Task Captured_value(string engine)
    {
        var least = 1;
        return cases.EqualAsync(engine, (p, c) => p.Where(x => x.Value >= least));
    }

    [Theory, MemberData(nameof(Engines))]
    public Task Several_tables(string engine) => cases.EqualAsync(engine, (p, c) => from x in p from y in c where x.Id == y.ParentId || x.Kind == y.Kind select new { x.Id, y.Value });

    [Theory, MemberData(nameof(Engines))]
    public Task Cross_join(string engine) => cases.EqualAsync(engine, (p, c) => from x in p from y in c select new { x.Id, y.Value });

    [Theory, MemberData(nameof(Engines))]
    public Task Inner_join(string engine) => cases.EqualAsync(engine, (p, c) => p.Join(c, x => x.Id, y => y.ParentId, (x, y) => new { x.Name, y.Value }));

    [Theory, MemberData(nameof(Engines))]
    public Task Inner_join_on_alternatives(string engine) => cases.EqualAsync(engine, (p, c) => p.InnerJoin(c, (x, y) => x.Id == y.ParentId || x.Value == y.Value, (x, y) => new { x.Name, y.Value }));

    [Theory, MemberData(nameof(Engines))]
    public Task Left_join(string engine) => cases.EqualAsync(engine, (p, c) => p.LeftJoin(c, (x, y) => x.Id == y.ParentId, (x, y) => new { x.Id, Value = (int?)y.Value, Parent = (int?)y.ParentId }));

    [Theory, MemberData(nameof(Engines))]
    public Task Right_join(string engine) => cases.EqualAsync(engine, (p, c) => p.RightJoin(c, (x, y) => x.Id == y.ParentId, (x, y) => new { Id = (int?)x.Id, y.Value, y.ParentId }));

    [Theory, MemberData(nameof(Engines))]
    public Task Full_join(string engine) => cases.EqualAsync(engine, (p, c) => p.FullJoin(c, (x, y) => x.Id == y.ParentId, (x, y) => new { Id = (int?)x.Id, Value = (int?)y.Value, Parent = (int?)y.ParentId }));

    [Theory, MemberData(nameof(Engines))]
    public Task Full_join_then_left_join(string engine) => cases.EqualAsync(engine, (p, c) => p
        .FullJoin(c, (x, y) => x.Id == y.ParentId, (x, y) => new { Id = (int?)x.Id, Value = (int?)y.Value })
        .LeftJoin(p, (x, z) => x.Value == z.Value, (x, z) => new { x.Id, x.Value, Other = (int?)z.Id }));

    [Theory, MemberData(nameof(Engines))]
    public Task Full_join_grouped(string engine) => cases.EqualAsync(engine, (p, c) => p
        .FullJoin(c, (x, y) => x.Id == y.ParentId, (x, y) => new { Id = (int?)x.Id, Value = (int?)y.Value })
        .GroupBy(x => x.Value).Select(g => new { g.Key, Count = g.Count(), Least = g.Min(x => x.Id) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Right_join_then_inner_join(string engine) => cases.EqualAsync(engine, (p, c) => p
        .RightJoin(c, (x, y) => x.Id == y.ParentId, (x, y) => new { Id = (int?)x.Id, y.Value })
        .InnerJoin(p, (x, z) => x.Value == z.Value, (x, z) => new { x.Id, x.Value, Other = z.Id }));

    [Theory, MemberData(nameof(Engines))]
    public Task Self_join(string engine) => cases.EqualAsync(engine, (p, c) => p.Join(p, x => x.Kind, y => y.Kind, (x, y) => new { Left = x.Id, Right = y.Id }));

    [Theory, MemberData(nameof(Engines))]
    public Task Left_self_join_thrice(string engine) => cases.EqualAsync(engine, (p, c) => p
        .LeftJoin(p, (x, y) => x.Value == y.Id, (x, y) => new { x.Id, Second = (int?)y.Id, y.Kind })
        .LeftJoin(p, (x, y) => x.Kind == y.Id, (x, y) => new { x.Id, x.Second, Third = (int?)y.Id }));

    [Theory, MemberData(nameof(Engines))]
    public Task Join_to_a_sub_query(string engine) => cases.EqualAsync(engine, (p, c) => p
        .LeftJoin(c.GroupBy(y => y.ParentId).Select(g => new { g.Key, Sum = g.Sum(y => y.Value), Count = g.Count() }), (x, g) => x.Id == g.Key, (x, g) => new { x.Id, g.Sum, Count = (int?)g.Count }));

    [Theory, MemberData(nameof(Engines))]
    public Task Window_with_partition(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Id, Number = Sql.Window.RowNumber(w => w.PartitionBy(x.Kind).OrderBy(x.Value).ThenBy(x.Id)) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Window_without_partition(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Id, Number = Sql.Window.RowNumber(w => w.OrderBy(x.Value).ThenBy(x.Id)) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Window_over_everything(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Id, Sum = Sql.Window.Sum(x.Value, w => w.PartitionBy(1)) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Several_windows(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new
    {
        x.Id,
        Before = Sql.Window.Lag(x.Value, w => w.OrderBy(x.Id)),
        After = Sql.Window.Lead(x.Value, w => w.PartitionBy(x.Kind).OrderBy(x.Id)),
        Most = Sql.Window.MaxValue(x.Value, w => w.OrderBy(x.Id).RowsBetween.Unbounded.And.CurrentRow),
    }));

    [Theory, MemberData(nameof(Engines))]
    public Task Window_filtered(string engine) => cases.EqualAsync(engine, (p, c) => p
        .Select(x => new { x.Id, Before = (int?)Sql.Window.Lag(x.Id, w => w.OrderBy(x.Value).ThenBy(x.Id)) }).Where(x => x.Before == null || x.Before > 2));

    [Theory, MemberData(nameof(Engines))]
    public Task Window_in_order(string engine) => cases.EqualAsync(engine, (p, c) => p
        .OrderBy(x => Sql.Window.RowNumber(w => w.OrderBy(x.Value).ThenBy(x.Id))).Select(x => new { x.Id, x.Name }));

    [Theory, MemberData(nameof(Engines))]
    public Task Window_over_groups(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => x.Kind).Select(g => new { g.Key, Count = g.Count() })
        .Select(g => new { g.Key, g.Count, Rank = Sql.Window.RowNumber(w => w.OrderBy(g.Count).ThenBy(g.Key)) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Groups(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => x.Kind).Select(g => new { g.Key, Count = g.Count(), Sum = g.Sum(x => x.Value), Most = g.Max(x => x.Name) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Groups_of_several_columns(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => new { x.Kind, x.Value }).Select(g => new { g.Key.Kind, g.Key.Value, Count = g.Count() }));

    [Theory, MemberData(nameof(Engines))]
    public Task Groups_of_an_expression(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => x.Value > 0 ? 1 : 0).Select(g => new { g.Key, Count = g.Count() }));

    [Theory, MemberData(nameof(Engines))]
    public Task Groups_with_having(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => x.Kind).Where(g => g.Count() > 1).Select(g => new { g.Key, Sum = g.Sum(x => x.Value) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Count_of_distinct_values(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => x.Kind).Select(g => new { g.Key, Count = g.Select(x => x.Value).Distinct().Count() }));

    [Theory, MemberData(nameof(Engines))]
    public Task Distinct(string engine) => cases.EqualAsync(engine, (p, c) => c.Select(x => new { x.Kind, x.Value }).Distinct());

    [Theory, MemberData(nameof(Engines))]
    public Task Union_all(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Kind, x.Value }).Concat(c.Select(x => new { x.Kind, x.Value })));

    [Theory, MemberData(nameof(Engines))]
    public Task Union(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Kind, x.Value }).Union(c.Select(x => new { x.Kind, x.Value })));

    [Theory, MemberData(nameof(Engines))]
    public Task Intersect(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Kind, x.Value }).Intersect(c.Select(x => new { x.Kind, x.Value })));

    [Theory, MemberData(nameof(Engines))]
    public Task Except(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Kind, x.Value }).Except(c.Select(x => new { x.Kind, x.Value })));

    [Theory, MemberData(nameof(Engines))]
    public Task Set_operators_in_a_row(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => x.Value).Concat(c.Select(x => x.Value)).Except(p.Select(x => x.Kind)).Select(x => new { x }));

    [Theory, MemberData(nameof(Engines))]
    public Task Set_operators_below_a_join(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Kind, x.Value }).Union(c.Select(x => new { x.Kind, x.Value }))
        .LeftJoin(p, (u, x) => u.Value == x.Value, (u, x) => new { u.Kind, Id = (int?)x.Id }));

    [Theory, MemberData(nameof(Engines))]
    public Task Sub_query_in_from(string engine) => cases.EqualAsync(engine, (p, c) => p.Where(x => x.Kind != null).AsSubQuery().Where(x => x.Value > 0).AsSubQuery().Select(x => new { x.Id }));
}
