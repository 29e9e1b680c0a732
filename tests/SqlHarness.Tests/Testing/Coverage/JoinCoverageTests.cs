using LinqToDB;
using SqlHarness.Tests.Engines;
using static SqlHarness.Tests.Testing.Coverage.SmallCoverage;

namespace SqlHarness.Tests.Testing.Coverage;

/// <summary>Joins and sub-queries: who has how many partners, and by what the others miss theirs.</summary>
public sealed class JoinCoverageTests
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task A_join_has_partners_and_rows_without(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Join(c, x => x.Kind, y => y.Kind, (x, y) => new { x.Id, y.Value }),
            Case([P(1, 1)], [C(1, 1)]), Case([P(1, 1)], []), Case([], [C(1, 1)]), Case([P(1, 1)], [C(1, 1), C(1, 1)]),
                Case([P(1, 1), P(2, 1)], [C(1, 1)]), Case([P(1)], [C(1, 1)]), Case([P(1, 1)], [C(1)]), Case());
        covered.ShouldReach("JOIN children", "matched: 1 4 5", "left without a partner: 2 6 7", "right without a partner: 3 6 7",
            "left with several partners: 4", "right with several partners: 5", "Kind NULL left: 6",
            "Kind NULL right: 7");
        covered.ShouldReach("parents.Kind = children.Kind", "true: 1 4 5", "false:", "unknown: 6 7");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Who_is_joined_on_the_primary_key_has_one_partner(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => c.LeftJoin(p, (x, y) => x.ParentId == y.Id, (x, y) => new { x.ParentId, y.Name }),
            Case([P(1)], [C(1), C(1)]), Case([], [C(1)]));
        covered.ShouldReach("LEFT JOIN parents", "matched: 1", "left without a partner: 2", "right without a partner:",
            "right with several partners: 1");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_near_miss_fails_by_one_part_of_the_condition(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.InnerJoin(c, (x, y) => x.Id == y.ParentId && x.Value >= y.Value, (x, y) => new { x.Id,
            y.Value }),
            Case([P(1, 1, 5)], [C(1, 1, 5)]), Case([P(1, 1, 5)], [C(1, 1, 6)]), Case([P(1, 1, 5)], [C(2, 1, 5)]), Case([P(1, 1, 5)], [C(2, 1, 6)]),
                Case([P(1, 1, 5)], [C(1, 1, 4)]));
        covered.ShouldReach("parents.Id = children.ParentId", "true: 1 2 5", "false: 3 4", "decides as true: 1 5", "decides as false: 3");
        covered.ShouldReach("parents.Value >= children.Value", "true: 1 3 5", "false: 2 4", "unknown:", "decides as true: 1 5", "decides as false: 2",
            "less: 2", "exactly: 1", "greater: 5");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_second_join_starts_from_the_first(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.LeftJoin(c, (x, y) => x.Id == y.ParentId, (x, y) => new { x.Id, x.Kind, y.Value }).LeftJoin(p,
            (x, y) => x.Kind == y.Kind && x.Value == y.Value, (x, y) => new { x.Id, Other = (int?)y.Id }),
            Case([P(1, 1, 5)], [C(1, 1, 5)]), Case([P(1, 1, 5)], []), Case([P(1, 1, 5)], [C(1, 1, 6)]));
        covered.ShouldReach("LEFT JOIN parents", "matched: 1", "left without a partner: 2 3", "right without a partner: 2 3",
            "left with several partners:", "right with several partners:",
            "Kind NULL left:", "Kind NULL right:", "Value NULL left: 2", "Value NULL right:");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_sub_query_finds_none_one_and_several(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Where(x => c.Any(y => y.ParentId == x.Id && y.Value > 3)),
            Case([P(1)], []), Case([P(1)], [C(1, 1, 4)]), Case([P(1)], [C(1, 1, 4), C(1, 1, 5)]), Case([P(1)], [C(1, 1, 3)]),
                Case([P(1)], [C(2, 1, 4)]), Case([], [C(1, 1, 4)]));
        covered.ShouldReach("rows for one outside", "none: 1 4 5", "one: 2", "several: 3");
        covered.ShouldReach("children.ParentId = parents.Id", "true: 2 3 4", "false: 5", "decides as true: 2 3", "decides as false: 5");
        covered.ShouldReach("Value > 3", "true: 2 3 5", "false: 4", "unknown:", "decides as true: 2 3", "decides as false: 4", "less 1:",
            "exactly: 4", "and 1: 2 3");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_list_from_a_sub_query_has_the_value_and_null(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Where(x => !c.Select(y => y.Kind).Contains(x.Kind)),
            Case([P(1, 1)], [C(1, 1)]), Case([P(1, 1)], [C(1, 2)]), Case([P(1, 1)], [C(1)]), Case([P(1, 1)], []));
        covered.ShouldReach("rows for one outside", "none: 2 3 4", "one: 1", "several:");
        covered.ShouldReach("parents.Kind = children.Kind", "true: 1", "false: 2", "unknown: 3");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_aggregate_for_each_row_is_measured_for_each_row(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Select(x => new { x.Id, Sum = c.Where(y => y.ParentId == x.Id).Sum(y => y.Value) }),
            Case([P(1), P(2)], [C(1, 1, 5), C(2, 1, 6)]), Case([P(1)], [C(1, 1, 5), C(1, 1, 6)]), Case([P(1)], [C(1, 1, 5), C(1, 1, 5)]),
                Case([P(1)], [C(1)]), Case([P(1)], []));
        covered.ShouldReach("all rows", "of one row: 1 4", "of several rows: 2 3");
        covered.ShouldReach("SUM(Value)", "different values: 2", "a value twice: 3", "some NULL:", "all NULL: 4");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_limit_for_each_row_meets_fewer_rows_as_many_and_more(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.SelectMany(x => c.Where(y => y.ParentId == x.Id).OrderBy(y =>
            y.Value).Take(1).DefaultIfEmpty(), (x, y) => new { x.Id, Value = y!.Value }),
            Case([P(1)], []), Case([P(1)], [C(1, 1, 4)]), Case([P(1)], [C(1, 1, 4), C(1, 1, 5)]));
        covered.ShouldReach("rows for one outside", "none: 1", "one: 2", "several: 3");
    }
}
