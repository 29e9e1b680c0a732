using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Coverage;
using SqlHarness.Testing.Runs;
using SqlHarness.Tests.Testing.Lifting;

namespace SqlHarness.Tests.Testing.Coverage;

/// <summary>Coverage of small cases that are written by hand, numbered from 1.</summary>
static class SmallCoverage
{
    public static Parent P(int id, int? kind = null, int? value = null, string? name = null) =>
        new() { Id = id, Kind = kind, Value = value, Name = name };

    public static Child C(int parent, int? kind = null, int? value = null) => new() { ParentId = parent, Kind = kind, Value = value };

    public static InputCase Case(params Parent[] parents) => new([parents, []]);

    public static InputCase Case(Parent[] parents, Child[] children) => new([parents, children]);

    public static async Task<Covered> OfAsync<TResult>(string engine, Func<IQueryable<Parent>, IQueryable<Child>, IQueryable<TResult>> query,
        params IReadOnlyList<InputCase> cases)
    {
        await using var workspace = await CaseWorkspace.OpenAsync(Tested.Engine(engine), [typeof(Parent), typeof(Child)],
            TestContext.Current.CancellationToken);
        await workspace.LoadAsync([.. cases.Select((c, i) => (i + 1, c))], TestContext.Current.CancellationToken);
        return await workspace.CoverAsync(query(workspace.Table<Parent>(0), workspace.Table<Child>(1)), TestContext.Current.CancellationToken);
    }

    /// <summary>What is reached at one place, and by which cases: nothing more and nothing less; and everything else was measured too.</summary>
    public static void ShouldReach(this Covered covered, string place, params IReadOnlyList<string> expected)
    {
        covered.NotMeasured.ShouldBeEmpty();
        covered.Goals.Where(g => g.Goal.Place == place).Select(g => $"{g.Goal.What}: {string.Join(' ', g.Cases)}".TrimEnd())
            .ShouldBe(expected, string.Join("\n", covered.Goals.Select(g => g.Goal.Id)));
    }
}
