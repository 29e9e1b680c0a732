using SqlHarness.Tests.Engines;
using static SqlHarness.Tests.Testing.Coverage.SmallCoverage;

namespace SqlHarness.Tests.Testing.Coverage;

/// <summary>Conditions: each atom's truth, whether it decides, and the neighbourhood of what it compares.</summary>
public sealed class ConditionCoverageTests
{
    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory, MemberData(nameof(Engines))]
    public async Task An_atom_is_true_false_or_unknown_and_meets_its_constant(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Where(x => x.Value > 5),
            Case(P(1, value: 4)), Case(P(1, value: 5)), Case(P(1, value: 6)), Case(P(1, value: 9)), Case(P(1)), Case());
        covered.ShouldReach("Value > 5", "true: 3 4", "false: 1 2", "unknown: 5", "less 1: 1", "exactly: 2", "and 1: 3");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task What_cannot_be_null_is_never_unknown(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Where(x => x.Id > 5), Case(P(1)), Case(P(6)));
        covered.ShouldReach("Id > 5", "true: 2", "false: 1", "less 1:", "exactly:", "and 1: 2");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_captured_value_is_a_constant(string engine)
    {
        var limit = 5;
        var covered = await OfAsync(engine, (p, c) => p.Where(x => x.Id >= limit), Case(P(4)), Case(P(5)));
        covered.ShouldReach("Id >= 5", "true: 2", "false: 1", "less 1: 1", "exactly: 2", "and 1:");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_atom_decides_where_the_condition_turns_with_it(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Where(x => x.Id > 5 && x.Name == "a"),
            Case(P(6, name: "a")), Case(P(5, name: "a")), Case(P(6, name: "b")), Case(P(5, name: "b")), Case(P(6)));
        covered.ShouldReach("Id > 5", "true: 1 3 5", "false: 2 4", "decides as true: 1", "decides as false: 2", "less 1:", "exactly: 2", "and 1: 1");
        covered.ShouldReach("Name = 'a'", "true: 1 2", "false: 3 4", "unknown: 5", "decides as true: 1", "decides as false: 3");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task In_alternatives_an_atom_decides_where_the_others_are_false(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Where(x => x.Value == null || x.Kind < 3),
            Case(P(1, kind: 1)), Case(P(1, kind: 3)), Case(P(1, kind: 2, value: 1)), Case(P(1, kind: 3, value: 1)), Case(P(1, value: 1)));
        covered.ShouldReach("Value IS NULL", "true: 1 2", "false: 3 4 5", "decides as true: 2", "decides as false: 4 5");
        covered.ShouldReach("Kind < 3", "true: 1 3", "false: 2 4", "unknown: 5", "decides as true: 3", "decides as false: 4", "less 1: 3",
            "exactly: 4", "and 1:");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task An_atom_that_negation_and_null_make_true_is_told_apart(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Where(x => x.Name != "a"), Case(P(1, name: "a")), Case(P(1, name: "b")), Case(P(1)));
        covered.ShouldReach("Name <> 'a'", "true: 2", "false: 1", "unknown: 3");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Two_columns_are_less_equal_and_greater(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Where(x => x.Kind <= x.Value),
            Case(P(1, 1, 2)), Case(P(1, 2, 2)), Case(P(1, 3, 2)), Case(P(1, 3)));
        covered.ShouldReach("Kind <= Value", "true: 1 2", "false: 3", "unknown: 4", "less: 1", "exactly: 2", "greater: 3");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_value_of_a_list_is_met(string engine)
    {
        int[] ids = [3, 5];
        var covered = await OfAsync(engine, (p, c) => p.Where(x => ids.Contains(x.Id)), Case(P(3)), Case(P(5), P(6)), Case(P(4)));
        covered.ShouldReach("Id IN (3,5)", "true: 1 2", "false: 2 3", "is 3: 1", "is 5: 2");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_pattern_is_matched_and_is_not(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Where(x => x.Name!.Contains("bc")),
            Case(P(1, name: "abc")), Case(P(1, name: "ac")), Case(P(1)));
        covered.Goals.Where(g => g.Goal.Place != "output").Select(g => (g.Goal.What, string.Join(' ', g.Cases))).ShouldBe([("true", "1"), ("false",
            "2"), ("unknown", "3")]);
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_case_chooses_each_branch_and_asks_only_as_far_as_it_must(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Select(x => new { x.Id, Size = x.Value > 5 ? "big" : x.Kind == null ? "none" : "small" }),
            Case(P(1, 1, 6)), Case(P(1, null, 6)), Case(P(1, null, 5)), Case(P(1, 2, 5)));
        covered.ShouldReach("CASE WHEN Value > 5 THEN 'big' WHEN Kind IS NULL THEN 'none' ELSE 'small' END", "WHEN Value > 5: 1 2",
            "WHEN Kind IS NULL: 3", "ELSE: 4");
        covered.ShouldReach("Kind IS NULL", "true: 3", "false: 4");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task Each_argument_of_a_coalesce_is_taken(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.Where(x => (x.Kind ?? 7) > 0).Select(x => new { Both = x.Kind ?? x.Value }),
            Case(P(1, 1, 1)), Case(P(1, null, 2)), Case(P(1)));
        covered.ShouldReach("COALESCE(Kind, Value)", "takes Kind: 1", "takes Value: 2", "all NULL: 3");
        covered.ShouldReach("COALESCE(Kind, 7)", "takes Kind: 1", "takes 7: 2 3");
    }

    [Theory, MemberData(nameof(Engines))]
    public async Task A_condition_on_groups_is_measured_on_groups(string engine)
    {
        var covered = await OfAsync(engine, (p, c) => p.GroupBy(x => x.Kind).Where(g => g.Count() > 1)
            .Select(g => new { g.Key, Most = g.Max(x => x.Id) }),
            Case(P(1, 1)), Case(P(1, 1), P(2, 1)), Case(P(1, 1), P(2, 1), P(3, 1)), Case());
        // A group has a row: none is out of reach.
        covered.ShouldReach("COUNT(*) > 1", "true: 2 3", "false: 1", "exactly: 1", "and 1: 2");
    }
}
