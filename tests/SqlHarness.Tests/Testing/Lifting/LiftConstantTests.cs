using LinqToDB;
using SqlHarness.Tests.Engines;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Testing.Lifting;

/// <summary>Tables of constants hold no case: all cases share them.</summary>
public sealed class LiftConstantTests(EmbeddedCases cases) : IClassFixture<EmbeddedCases>
{
    sealed record Label(int Kind, string Text);

    static readonly Label[] Labels = [new(0, "zero"), new(1, "one"), new(7, "seven")];

    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    static IQueryable<Label> In(IQueryable<Parent> p) => Labels.AsQueryable(((ITable<Parent>)p).DataContext);

    [Theory, MemberData(nameof(Engines))]
    public Task Joined(string engine) => cases.EqualAsync(engine, (p, c) => p.Join(In(p), x => x.Kind, l => (int?)l.Kind, (x, l) => new { x.Id, l.Text }));

    [Theory, MemberData(nameof(Engines))]
    public Task On_the_right_of_a_left_join(string engine) => cases.EqualAsync(engine, (p, c) => p.LeftJoin(In(p), (x, l) => x.Kind == l.Kind, (x, l) => new { x.Id, l.Text }));

    [Theory, MemberData(nameof(Engines))]
    public Task On_the_left_of_a_left_join(string engine) => cases.EqualAsync(engine, (p, c) => In(p).LeftJoin(c, (l, y) => l.Kind == y.Kind, (l, y) => new { l.Text, Value = (int?)y.Value }));

    [Theory, MemberData(nameof(Engines))]
    public Task On_the_right_of_a_right_join(string engine) => cases.EqualAsync(engine, (p, c) => c.RightJoin(In(p), (y, l) => l.Kind == y.Kind, (y, l) => new { l.Text, Value = (int?)y.Value }));

    [Theory, MemberData(nameof(Engines))]
    public Task In_a_full_join(string engine) => cases.EqualAsync(engine, (p, c) => c.FullJoin(In(p), (y, l) => l.Kind == y.Kind, (y, l) => new { l.Text, Value = (int?)y.Value }));

    [Theory, MemberData(nameof(Engines))]
    public Task On_the_left_of_a_full_join(string engine) => cases.EqualAsync(engine, (p, c) => In(p).FullJoin(c, (l, y) => l.Kind == y.Kind, (l, y) => new { l.Text, Value = (int?)y.Value }));

    [Theory, MemberData(nameof(Engines))]
    public Task In_a_union(string engine) => cases.EqualAsync(engine, (p, c) => p.Select(x => new { x.Kind, x.Name }).Concat(In(p).Select(l => new { Kind = (int?)l.Kind, Name = (string?)l.Text })));

    [Theory, MemberData(nameof(Engines))]
    public Task At_the_root(string engine) => cases.EqualAsync(engine, (p, c) => In(p).Where(l => l.Kind > 0).Select(l => new { l.Text }));

    [Theory, MemberData(nameof(Engines))]
    public Task At_the_root_beside_a_sub_query(string engine) => cases.EqualAsync(engine, (p, c) => In(p).Select(l => new { l.Text, Count = c.Count(y => y.Kind == l.Kind) }));

    [Theory, MemberData(nameof(Engines))]
    public Task Filtered_by_a_sub_query(string engine) => cases.EqualAsync(engine, (p, c) => In(p).Where(l => c.Any(y => y.Kind == l.Kind)).Select(l => new { l.Text }));

    [Theory, MemberData(nameof(Engines))]
    public Task Aggregated(string engine) => cases.EqualAsync(engine, (p, c) => In(p).GroupBy(l => Portable.Native(1)).Select(g => new { Count = g.Count(), Most = g.Max(l => l.Text) }));

    [Theory, MemberData(nameof(Engines))]
    public Task In_a_sub_query(string engine) => cases.EqualAsync(engine, (p, c) => p.Where(x => In(p).Any(l => l.Kind == x.Kind)));

    [Theory, MemberData(nameof(Engines))]
    public Task A_list_in_a_condition(string engine)
    {
        int?[] kinds = [0, null];
        return cases.EqualAsync(engine, (p, c) => p.Where(x => kinds.Contains(x.Kind)));
    }
}
