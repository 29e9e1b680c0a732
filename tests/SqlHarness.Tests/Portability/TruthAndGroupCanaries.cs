using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Portability;

/// <summary>What linq2db 6.5.1 gets wrong with truth values and groups, and what is right on our connections.</summary>
public class TruthAndGroupCanaries
{
    [Table("flags")]
    sealed record Flag
    {
        [Column, PrimaryKey] public int Id { get; init; }
        [Column] public int? User { get; init; }
        [Column] public bool? Ok { get; init; }
    }

    static readonly Flag[] Rows = [new() { Id = 1, User = 1 }, new() { Id = 2, User = 1, Ok = true }, new() { Id = 3, Ok = false }];

    // What is NULL for every row is unknown to linq2db when it is compared with a truth value; to C# it differs.
    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_truth_value_that_a_step_has_set_to_null_differs_from_false(string engine)
    {
        static List<int> Differing(IQueryable<Flag> flags) => [.. flags.Select(f => new { f.Id, Ok = (bool?)null }).Where(f => f.Ok != false).Select(f => f.Id).OrderBy(id => id)];
        using var plain = Canary.Plain(engine);
        Differing(plain.With(Rows)).ShouldBeEmpty();
        using var workspace = EngineCases.Named(engine).Open();
        var ours = workspace.Load(Rows);
        Differing(ours).ShouldBe([1, 2, 3]);
        ours.Where(f => f.Ok != false).Select(f => f.Id).ToList().Order().ShouldBe([1, 2]);
        ours.Where(f => f.Ok != true).Select(f => f.Id).ToList().Order().ShouldBe([1, 3]);
    }

    // The count's condition asks for a column that the groups no longer pass on.
    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_query_for_each_group_finds_the_groups_columns(string engine)
    {
        static List<int> Counts(IQueryable<Flag> flags) =>
        [
            .. flags.GroupBy(f => f.User).Select(g => new Flag { Id = g.Max(f => f.Id), User = g.Key, Ok = g.Count(f => f.Ok == true) > 1 }).Where(g => !(g.Ok == true))
                .Select(g => new { g.User, g.Ok, Others = flags.Count(f => f.User == g.User && f.Id < g.Id) }).ToList().OrderBy(g => g.User).Select(g => g.Others),
        ];
        using var plain = Canary.Plain(engine);
        Should.Throw<Exception>(() => Counts(plain.With(Rows))).Message.ShouldContain("User");
        using var workspace = EngineCases.Named(engine).Open();
        Counts(workspace.Load(Rows)).ShouldBe([0, 1]);
    }
}
