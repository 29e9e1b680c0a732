using LinqToDB;
using SqlHarness.Tests.Engines;
using static SqlHarness.Tests.Testing.Coverage.SmallCoverage;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Testing.Coverage;

/// <summary>Groups, windows, set operators, limits and results.</summary>
public sealed class RowCoverageTests
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task Groups_are_one_and_several_small_and_large(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.GroupBy(x => x.Kind).Select(g => new { g.Key, Count = g.Count() }),
            Case(P(1, 1)), Case(P(1, 1), P(2, 1)), Case(P(1, 1), P(2, 2)), Case(P(1)), Case());
        covered.ShouldReach("GROUP BY Kind", "one group: 1 2 4", "several groups: 3", "of one row: 1 3 4", "of several rows: 2", "NULL: 4");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Groups_differ_in_one_key_alone(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => c.GroupBy(x => new { x.ParentId, x.Kind })
            .Select(g => new { g.Key.ParentId, g.Key.Kind, Count = g.Count() }),
            Case([], [C(1, 1), C(2, 1)]), Case([], [C(1, 1), C(1, 2)]), Case([], [C(1, 1), C(2, 2)]), Case([], [C(1, 1), C(1)]),
                Case([], [C(1), C(2)]));
        covered.ShouldReach("GROUP BY ParentId, Kind", "one group:", "several groups: 1 2 3 4 5", "of one row: 1 2 3 4 5", "of several rows:",
            "differ only in ParentId: 1 5", "differ only in Kind: 2 4", "Kind NULL: 4 5");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_aggregate_sees_different_values_the_same_twice_and_null(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.GroupBy(x => x.Kind)
            .Select(g => new { g.Key, Sum = g.Sum(x => x.Value), Big = g.Count(x => x.Id > 3) }),
            Case(P(1, 1, 1), P(2, 1, 2)), Case(P(1, 1, 1), P(2, 1, 1)), Case(P(1, 1, 1), P(2, 1)), Case(P(1, 1)), Case(P(1, 1, 1), P(2, 2, 2)),
                Case(P(4, 1, 1), P(5, 1, 2)));
        covered.ShouldReach("SUM(Value)", "different values: 1 6", "a value twice: 2", "some NULL: 3", "all NULL: 4");
        covered.ShouldReach("COUNT(IIF(Id > 3, 1, NULL))", "a value twice: 6", "some NULL:", "all NULL: 1 2 3 4 5");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_aggregate_of_all_rows_has_none_one_and_several(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Where(x => x.Id > 1).GroupBy(x => Portable.Native(1))
            .Select(g => new { Count = g.Count(), Sum = g.Sum(x => x.Value) }),
            Case(), Case(P(1)), Case(P(2)), Case(P(2, value: 1), P(3)));
        covered.ShouldReach("all rows", "none: 1 2", "of one row: 3", "of several rows: 4");
        covered.ShouldReach("SUM(Value)", "different values:", "a value twice:", "some NULL: 4", "all NULL: 3");
        covered.ShouldReach("output", "Sum NULL: 1 2 3", "Sum not NULL: 4");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_neighbour_is_outside_a_value_or_null(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Select(x => new { x.Id, Before = Sql.Window.Lag(x.Value, w =>
            w.PartitionBy(x.Kind).OrderBy(x.Id)), Next = Sql.Window.Lead(x.Id, 2, w => w.OrderBy(x.Id)) }),
            Case(P(1, 1, 1)), Case(P(1, 1, 1), P(2, 1)), Case(P(1, 1), P(2, 1)), Case(P(1, 1, 1), P(2, 2), P(3, 3)), Case());
        covered.ShouldReach("LAG(Value) OVER (PARTITION BY Kind ORDER BY Id)", "outside the partition: 1 2 3 4", "a value: 2", "a NULL: 3");
        covered.ShouldReach("LEAD(Id, 2) OVER (ORDER BY Id)", "outside the partition: 1 2 3 4", "a value: 4");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Partitions_and_ties(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => c.Select(x => new { x.ParentId, Number = Sql.Window.RowNumber(w =>
            w.PartitionBy(x.Kind).OrderBy(x.Value).ThenBy(x.ParentId)) }),
            Case([], [C(1, 1, 1)]), Case([], [C(1, 1, 1), C(1, 1, 1)]), Case([], [C(1, 1, 1), C(2, 1, 1), C(3, 1, 1)]),
                Case([], [C(1, 1, 1), C(1, 2, 1)]), Case([], [C(1)]), Case([], []));
        covered.ShouldReach("PARTITION BY Kind", "of one row: 1 4 5", "of two rows: 2", "of more rows: 3", "one: 1 2 3 5", "several: 4", "NULL: 5");
        covered.ShouldReach("ORDER BY Value, ParentId", "a tie: 2", "Value NULL: 5");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Behind_a_unique_key_nothing_ties_but_before_it(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Select(x => new { x.Id, Number = Sql.Window.RowNumber(w =>
            w.OrderByDesc(x.Value).ThenBy(x.Id)), Alone = Sql.Window.RowNumber(w => w.OrderBy(x.Id)) }),
            Case(P(1, value: 1), P(2, value: 1)), Case(P(1, value: 1), P(2, value: 2)));
        covered.ShouldReach("ORDER BY Value DESC, Id", "a tie but for Id: 1", "Value NULL:");
        covered.ShouldReach("ORDER BY Id");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_frame_is_clipped_and_whole(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Select(x => new { x.Id, Sum = Sql.Window.Sum(x.Id, w =>
            w.OrderBy(x.Id).RowsBetween.ValuePreceding(1).And.ValueFollowing(2)) }),
            Case(P(1)), Case(P(1), P(2)), Case(P(1), P(2), P(3)), Case(P(1), P(2), P(3), P(4)));
        covered.Goals.Where(g => g.Goal.Place.StartsWith("Rows", StringComparison.Ordinal)).Select(g => (g.Goal.What, string.Join(' ', g.Cases)))
            .ShouldBe([("clipped at its start", "1 2 3 4"), ("whole at its start", "2 3 4"), ("clipped at its end", "1 2 3 4"),
                ("whole at its end", "3 4")]);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Distinct_removes_a_row(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => c.Select(x => new { x.Kind, x.Value }).Distinct(),
            Case([], [C(1, 1), C(2, 1)]), Case([], [C(1, 1), C(1, 2)]), Case([], [C(1), C(2)]));
        covered.ShouldReach("DISTINCT", "a duplicate removed: 1 3");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Set_operators_have_rows_of_either_side(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Select(x => x.Kind).Except(c.Select(x => x.Kind)).Select(x => new { x }),
            Case([P(1, 1)], []), Case([], [C(1, 1)]), Case([P(1, 1)], [C(1, 1)]), Case([P(1, 1), P(2, 1)], []), Case([], [C(1), C(2)]),
                Case([P(1)], [C(1)]));
        covered.ShouldReach("EXCEPT", "only left: 1 4", "only right: 2 5", "both: 3 6", "twice left: 4", "twice right: 5");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Unique_rows_are_not_there_twice(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Select(x => x.Id).Concat(c.Select(x => x.ParentId)).Select(x => new { x }),
            Case([P(1)], [C(1)]), Case([P(1)], [C(2), C(2)]));
        covered.ShouldReach("UNION ALL", "only left: 2", "only right: 2", "both: 1", "twice right: 2");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_limit_meets_fewer_rows_as_many_and_more_and_a_tie(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => c.OrderBy(x => x.Value).Skip(1).Take(2),
            Case([], []), Case([], [C(1)]), Case([], [C(1, 1, 1), C(1, 1, 2), C(1, 1, 3)]),
                Case([], [C(1, 1, 1), C(1, 1, 2), C(1, 1, 3), C(1, 1, 3)]), Case([], [C(1, 1, 1), C(1, 1, 1)]));
        covered.ShouldReach("SKIP 1", "fewer rows: 1", "exactly as many: 2", "more rows: 3 4 5", "a tie across the cut: 5");
        covered.ShouldReach("SKIP 1 TAKE 2", "fewer rows: 1 2 5", "exactly as many: 3", "more rows: 4", "a tie across the cut: 4");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task The_result_is_empty_one_row_and_several(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Where(x => x.Id > 1).Select(x => new { x.Id, x.Name }),
            Case(), Case(P(1)), Case(P(2)), Case(P(2, name: "a"), P(3)));
        covered.ShouldReach("output", "empty: 1 2", "one row: 3", "several rows: 4", "Name NULL: 3 4", "Name not NULL: 4");
    }
}
