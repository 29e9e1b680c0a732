using LinqToDB;
using SqlHarness.Portability;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>Aggregates of all rows, lifted: they have a row also for a case without rows.</summary>
public sealed class LiftAggregateTests(EmbeddedCases cases) : IClassFixture<EmbeddedCases>
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Engines))]
    public Task Every_aggregate(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => Portable.Native(1)).Select(g => new
    {
        Count = g.Count(), Known = g.Count(x => x.Value != null), Sum = g.Sum(x => x.Value), Least = g.Min(x => x.Value), Most = g.Max(x => x.Name), Mean = g.Average(x => (double?)x.Value),
    }));

    [Theory, MemberData(nameof(Engines))]
    public Task Expressions_over_aggregates(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => Portable.Native(1)).Select(g => new
    {
        Sum = (g.Sum(x => x.Value) ?? 0) + 1, Twice = g.Count() * 2 + g.Count(x => x.Kind == 1), Missing = g.Max(x => x.Value) == null ? "none" : "some",
    }));

    [Theory, MemberData(nameof(Engines))]
    public Task Distinct_values(string engine) => cases.EqualAsync(engine, (p, c) => c.GroupBy(x => Portable.Native(1)).Select(g => new { Count = g.Select(x => x.Value).Distinct().Count(), Rows = g.Count() }));

    [Theory, MemberData(nameof(Engines))]
    public Task Filtered_to_nothing(string engine) => cases.EqualAsync(engine, (p, c) => p.Where(x => x.Id > 100).GroupBy(x => Portable.Native(1)).Select(g => new { Count = g.Count(), Sum = g.Sum(x => x.Value) }));

    [Theory, MemberData(nameof(Engines))]
    public Task With_having(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => Portable.Native(1)).Where(g => g.Count() < 3).Select(g => new { Count = g.Count(), Sum = g.Sum(x => x.Value) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Beside_a_sub_query(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => Portable.Native(1)).Select(g => new { Count = g.Count(), Children = c.Count(), Sum = c.Sum(y => y.Value) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Of_a_join(string engine) => cases.EqualAsync(engine, (p, c) => p.LeftJoin(c, (x, y) => x.Id == y.ParentId, (x, y) => new { x.Id, y.Value }).GroupBy(x => Portable.Native(1))
        .Select(g => new { Count = g.Count(), Sum = g.Sum(x => x.Value) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Of_distinct_rows(string engine) => cases.EqualAsync(engine, (p, c) => c.Select(x => new { x.Kind, x.Value }).Distinct().GroupBy(x => Portable.Native(1)).Select(g => new { Count = g.Count(), Sum = g.Sum(x => x.Value) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Of_groups(string engine) => cases.EqualAsync(engine, (p, c) => c.GroupBy(x => x.Kind).Select(g => new { g.Key, Sum = g.Sum(x => x.Value) }).GroupBy(x => Portable.Native(1)).Select(g => new { Count = g.Count(), Most = g.Max(x => x.Sum) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Joined_to_a_table(string engine) => cases.EqualAsync(engine, (p, c) =>
        from x in p
        from total in c.GroupBy(y => Portable.Native(1)).Select(g => new { Count = g.Count(), Sum = g.Sum(y => y.Value) })
        select new { x.Id, total.Count, total.Sum });

    [Theory, MemberData(nameof(Engines))]
    public Task Left_joined_by_a_table(string engine) => cases.EqualAsync(engine, (p, c) => c.GroupBy(y => Portable.Native(1)).Select(g => new { Count = g.Count(), Sum = g.Sum(y => y.Value) })
        .LeftJoin(p, (t, x) => t.Count == x.Id, (t, x) => new { t.Count, t.Sum, Id = (int?)x.Id }));

    [Theory, MemberData(nameof(Engines))]
    public Task As_a_step_used_twice(string engine) => cases.EqualAsync(engine, (p, c) =>
    {
        var total = c.GroupBy(y => Portable.Native(1)).Select(g => new { Count = g.Count(), Sum = g.Sum(y => y.Value) }).AsStep("total");
        return p.InnerJoin(total, (x, t) => x.Id >= t.Count, (x, t) => new { x.Id, t.Sum }).Concat(total.Select(t => new { Id = t.Count, t.Sum }));
    });

    [Theory, MemberData(nameof(Engines))]
    public Task In_set_operators(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => Portable.Native(1)).Select(g => new { Count = g.Count() }).Concat(c.GroupBy(x => Portable.Native(1)).Select(g => new { Count = g.Count() })));

    [Theory, MemberData(nameof(Engines))]
    public Task Windowed(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => Portable.Native(1)).Select(g => new { Count = g.Count() }).Select(t => new { t.Count, Number = Sql.Window.RowNumber(w => w.OrderBy(t.Count)) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Of_a_table_by_the_context(string engine) => cases.EqualAsync(engine, (p, c) => ((ITable<Parent>)p).DataContext.SelectQuery(() => new { Parents = p.Count(), Sum = c.Sum(y => y.Value) }));
}
