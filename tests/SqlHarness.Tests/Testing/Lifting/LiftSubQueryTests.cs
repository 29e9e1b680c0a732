using LinqToDB;
using SqlHarness.Portability;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>Sub-queries in expressions and CTEs, lifted.</summary>
public sealed class LiftSubQueryTests(EmbeddedCases cases) : IClassFixture<EmbeddedCases>
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Engines))]
    public Task Scalar_count(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Id, Count = c.Count(y => y.ParentId == x.Id) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Scalar_without_reference_to_the_row(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Id, Count = c.Count(), Most = c.Max(y => y.Value) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Scalar_in_where(string engine) => cases.EqualAsync(engine, (p, c) => p.Where(x => x.Value == c.Max(y => y.Value)));

    [Theory, MemberData(nameof(Engines))]
    public Task Scalar_first(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new
    {
        x.Id,
        First = c.Where(y => y.ParentId == x.Id).OrderBy(y => y.Value).ThenBy(y => y.Kind).Select(y => y.Value).FirstOrDefault(),
    }));

    [Theory, MemberData(nameof(Engines))]
    public Task Scalar_in_a_group(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => x.Kind).Select(g => new { g.Key, Count = g.Count(), Children = c.Count(y => y.Kind == g.Key) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Scalar_in_having(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => x.Kind).Where(g => g.Count() < c.Count()).Select(g => new { g.Key, Count = g.Count() }));

    [Theory, MemberData(nameof(Engines))]
    public Task Scalar_within_a_scalar(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Id, Count = c.Count(y => y.ParentId == x.Id && y.Value == p.Max(z => z.Value)) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Scalar_over_distinct(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Id, Count = c.Where(y => y.ParentId == x.Id).Select(y => y.Value).Distinct().Count() }));

    [Theory, MemberData(nameof(Engines))]
    public Task Scalar_over_taken_rows(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Id, Count = p.OrderBy(y => y.Id).Take(2).Count(y => y.Kind == x.Kind) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Exists(string engine) => cases.EqualAsync(engine, (p, c) => p.Where(x => c.Any(y => y.ParentId == x.Id && y.Value > 0)));

    [Theory, MemberData(nameof(Engines))]
    public Task Exists_without_reference_to_the_row(string engine) => cases.EqualAsync(engine, (p, c) => p.Where(x => c.Any()));

    [Theory, MemberData(nameof(Engines))]
    public Task Not_exists(string engine) => cases.EqualAsync(engine, (p, c) => p.Where(x => !c.Any(y => y.Kind == x.Kind)));

    [Theory, MemberData(nameof(Engines))]
    public Task All(string engine) => cases.EqualAsync(engine, (p, c) => p.Where(x => c.All(y => y.Value >= x.Value)));

    [Theory, MemberData(nameof(Engines))]
    public Task In(string engine) => cases.EqualAsync(engine, (p, c) => p.Where(x => c.Select(y => y.ParentId).Contains(x.Id)));

    [Theory, MemberData(nameof(Engines))]
    public Task Sql_in_and_not_in_with_nulls(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new
    {
        x.Id,
        In = x.Value.In(c.Select(y => y.Value)),
        NotIn = x.Value.NotIn(c.Where(y => y.Kind == 1).Select(y => y.Value)),
    }));

    [Theory, MemberData(nameof(Engines))]
    public Task Not_in_with_nulls(string engine) => cases.EqualAsync(engine, (p, c) => p.Where(x => !c.Select(y => y.Value).Contains(x.Value)));

    // Found by random composition: in a lifted statement linq2db knew the count to be never NULL, and wrote NOT IN for what was NOT EXISTS.
    [Theory, MemberData(nameof(Engines))]
    public Task Not_in_of_a_count_with_nulls(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => Portable.Native(1))
        .Select(g => new { Value = (g.Min(x => x.Value) ?? 0) + g.Count(x => x.Kind == 1) }).Where(t => !c.Select(y => y.Value).Contains(t.Value)));

    [Theory, MemberData(nameof(Engines))]
    public Task In_a_union(string engine) => cases.EqualAsync(engine, (p, c) => p.Where(x => c.Select(y => y.Value).Union(p.Select(y => y.Kind)).Contains(x.Value)));

    [Theory, MemberData(nameof(Engines))]
    public Task Sub_query_in_a_join_condition(string engine) => cases.EqualAsync(engine, (p, c) => p
        .InnerJoin(c, (x, y) => x.Id == y.ParentId && p.Any(z => z.Value == y.Value && z.Id != x.Id), (x, y) => new { x.Id, y.Value }));

    // DuckDB has no sub-query in the condition of an outer join.
    [Fact]
    public Task Sub_query_in_an_outer_join_condition() => cases.EqualAsync("sqlite", (p, c) => p
        .LeftJoin(c, (x, y) => x.Id == y.ParentId && p.Any(z => z.Value == y.Value && z.Id != x.Id), (x, y) => new { x.Id, Value = (int?)y.Value }));

    [Theory, MemberData(nameof(Engines))]
    public Task Cte(string engine) => cases.EqualAsync(engine, (p, c) => p.Where(x => x.Value != null).AsCte("known").Select(x => new { x.Id, x.Value }));

    [Theory, MemberData(nameof(Engines))]
    public Task Cte_used_twice(string engine) => cases.EqualAsync(engine, (p, c) =>
    {
        var known = p.Where(x => x.Value != null).Select(x => new { x.Id, x.Value, Number = Sql.Window.RowNumber(w => w.OrderBy(x.Value).ThenBy(x.Id)) }).AsStep("numbered");
        return known.Join(known, x => x.Number, y => y.Number + 1, (x, y) => new { x.Id, Before = y.Id });
    });

    [Theory, MemberData(nameof(Engines))]
    public Task Cte_of_a_cte(string engine) => cases.EqualAsync(engine, (p, c) =>
    {
        var groups = c.GroupBy(x => x.Kind).Select(g => new { g.Key, Count = g.Count() }).AsStep("groups");
        var many = groups.Where(g => g.Count > 1).AsStep("many");
        return p.LeftJoin(many, (x, m) => x.Kind == m.Key, (x, m) => new { x.Id, Count = (int?)m.Count }).Concat(groups.Select(g => new { Id = g.Count, Count = g.Key }));
    });

    [Theory, MemberData(nameof(Engines))]
    public Task Cte_in_a_sub_query(string engine) => cases.EqualAsync(engine, (p, c) =>
    {
        var kinds = c.GroupBy(x => x.Kind).Select(g => new { g.Key, Count = g.Count() }).AsCte("kinds");
        return p.Where(x => kinds.Any(k => k.Key == x.Kind)).Select(x => new { x.Id, Most = kinds.Max(k => (int?)k.Count), All = kinds.Count() });
    });

    [Theory, MemberData(nameof(Engines))]
    public Task Cte_of_set_operators(string engine) => cases.EqualAsync(engine, (p, c) =>
    {
        var values = p.Select(x => new { x.Kind, x.Value }).Union(c.Select(x => new { x.Kind, x.Value })).AsStep("all_values");
        return values.Join(p, v => v.Value, x => x.Value, (v, x) => new { v.Kind, x.Id });
    });

    [Theory, MemberData(nameof(Engines))]
    public Task Cte_of_which_no_column_is_used(string engine) => cases.EqualAsync(engine, (p, c) =>
    {
        var known = c.Where(x => x.Value != null).AsCte("known");
        return p.Where(x => known.Any()).Select(x => new { x.Id }).Concat(known.Select(k => new { Id = 1 }));
    });

    [Theory, MemberData(nameof(Engines))]
    public Task Sub_query_of_a_sub_query_in_from(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Id, Count = c.Count(y => y.ParentId == x.Id) }).AsSubQuery()
        .Where(x => x.Count < p.Count()).Select(x => new { x.Id, x.Count, Same = c.Any(y => y.Value == x.Count) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Computed_by_csharp_after_the_statement(string engine) => cases.EqualAsync(engine, (p, c) => p.OrderBy(x => x.Id).Select(x => new { Text = Spelled(x.Name, c.Count()) }));

    static string Spelled(string? name, int count) => $"{name ?? "-"}:{count}";

    // SQLite has no APPLY, which linq2db says.
    [Fact]
    public Task Applied_rows() => cases.EqualAsync("duckdb", (p, c) =>
        from x in p
        from y in c.Where(y => y.ParentId == x.Id || y.Kind == x.Kind).OrderBy(y => y.Value).ThenBy(y => y.Kind).ThenBy(y => y.ParentId).Take(2)
        select new { x.Id, y.Value });

    [Fact]
    public Task Applied_rows_or_none() => cases.EqualAsync("duckdb", (p, c) =>
        from x in p
        from y in c.Where(y => y.ParentId == x.Id).OrderBy(y => y.Value).ThenBy(y => y.Kind).Take(1).DefaultIfEmpty()
        select new { x.Id, Value = (int?)y.Value });

    [Fact]
    public Task Applied_aggregate() => cases.EqualAsync("duckdb", (p, c) =>
        from x in p
        from y in c.Where(y => y.ParentId == x.Id).GroupBy(y => Portable.Native(1)).Select(g => new { Count = g.Count(), Sum = g.Sum(y => y.Value) })
        select new { x.Id, y.Count, y.Sum });

    sealed class Chain
    {
        public int Id { get; set; }
        public int? Next { get; set; }
        public int Depth { get; set; }
    }

    [Theory, MemberData(nameof(Engines))]
    public Task Recursive_cte(string engine) => cases.EqualAsync(engine, (p, c) =>
    {
        var chain = ((ITable<Parent>)p).DataContext.GetCte<Chain>("chain", self => p.Where(x => x.Id == 1).Select(x => new Chain { Id = x.Id, Next = x.Id + 1, Depth = 1 })
            .Concat(self.Join(p, s => s.Next, x => (int?)x.Id, (s, x) => new Chain { Id = x.Id, Next = x.Id + 1, Depth = s.Depth + 1 })));
        return chain.Select(x => new { x.Id, x.Depth });
    });

    // Without a sub-query between them linq2db writes HAVING COUNT(*) = COUNT(*), which compares the inner count with itself.
    [Theory, MemberData(nameof(Engines))]
    public Task Groups_as_large_as_all_rows(string engine) => cases.EqualAsync(engine, (p, c) => p.GroupBy(x => Portable.Native(1)).Select(g => new { Count = g.Count() })
        .Select(t => new { t.Count, Groups = c.GroupBy(y => y.Kind).Select(g => new { Count = g.Count() }).Count(g => g.Count == t.Count) }));
}
