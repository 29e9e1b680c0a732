using FsCheck.Fluent;
using LinqToDB;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Tests.Comparisons;

namespace SqlHarness.ConformanceTests;

/// <summary>Every engine counts what the loop counts, by both formulations, and beside another engine.</summary>
public class ComparedRowsTests
{
    // Engines without temporary tables make them anew for each case.
    const int Cases = 6;

    static readonly List<(List<Line> Left, List<Line> Right, string[] Key, int Tolerances)> All =
        [.. Gen.Sample(LineCases.All().Generator, Cases * 10, new FsCheck.Rnd(1, 1), 12).Where(c => c.Item1.Count > 3).GroupBy(c => (c.Item4, c.Item3.Length)).Select(g => g.First()).Take(Cases)];

    public static TheoryData<string> Engines => TestedEngine.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task One_engine_counts_what_the_loop_counts(string engine)
    {
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        All.Count.ShouldBe(Cases);
        foreach (var (left, right, key, tolerances) in All)
        {
            var expected = LineCases.Text(LineCases.Expected(left, right, key, tolerances));
            var (l, r) = (workspace.Load(left, "l"), workspace.Load(right, "r"));
            // Neither MySQL nor MariaDB has a full join.
            foreach (var formulation in Enum.GetValues<RowFormulation>().Where(f => f == Formulations.Fastest(workspace.Connection) || Formulations.Fastest(workspace.Connection) != RowFormulation.UnionAndGroup))
            {
                var rows = new SameEngineRows(LineCases.Side(workspace, l), LineCases.Side(workspace, r), LineCases.Plan(workspace, key, tolerances), formulation);
                LineCases.Text((await rows.CompareAsync(100, TestContext.Current.CancellationToken)).Counted).ShouldBe(expected, $"{engine} {formulation} key {string.Join(",", key)} tolerances {tolerances}");
            }

            await l.DropAsync(token: TestContext.Current.CancellationToken);
            await r.DropAsync(token: TestContext.Current.CancellationToken);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Two_engines_count_what_the_loop_counts(string engine)
    {
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        await using var other = await Engine.DuckDb().OpenAsync(TestContext.Current.CancellationToken);
        foreach (var (left, right, key, tolerances) in All)
        {
            var expected = LineCases.Expected(left, right, key, tolerances);
            var (l, r) = (workspace.Load(left, "l"), other.Load(right, "r"));
            var rows = new CrossEngineRows(LineCases.Side(workspace, l), LineCases.Side(other, r), LineCases.Plan(other, key, tolerances), new FingerprintSeed(7), null);
            var compared = await rows.CompareAsync(100, TestContext.Current.CancellationToken);
            // Keys that stand twice are counted where rows are looked at only.
            LineCases.Text(compared.Counted with { NonUniqueKeys = 0 }).ShouldBe(LineCases.Text(expected with { NonUniqueKeys = 0 }), $"{engine} key {string.Join(",", key)} tolerances {tolerances}: {compared.Method}");
            await l.DropAsync(token: TestContext.Current.CancellationToken);
            await r.DropAsync(token: TestContext.Current.CancellationToken);
        }
    }

    // NULL beside each value too, which chance does not bring in six cases.
    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Every_value_beside_every_other_is_what_the_loop_says(string engine)
    {
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        await using var other = await Engine.DuckDb().OpenAsync(TestContext.Current.CancellationToken);
        var (left, right) = LineCases.EveryPair();
        var (one, here, there) = (LineCases.Side(workspace, workspace.Load(left, "l")), LineCases.Side(workspace, workspace.Load(right, "r")), LineCases.Side(other, other.Load(right, "r")));
        for (var tolerances = 0; tolerances < LineCases.Tolerances.Length; tolerances++)
        {
            var expected = LineCases.Text(LineCases.Expected(left, right, ["line"], tolerances));
            var rows = new SameEngineRows(one, here, LineCases.Plan(workspace, ["line"], tolerances), Formulations.Fastest(workspace.Connection));
            LineCases.Text((await rows.CompareAsync(100, TestContext.Current.CancellationToken)).Counted).ShouldBe(expected, $"{engine} tolerances {tolerances}");
            var beside = new CrossEngineRows(one, there, LineCases.Plan(other, ["line"], tolerances), new FingerprintSeed(7), null);
            LineCases.Text((await beside.CompareAsync(100, TestContext.Current.CancellationToken)).Counted).ShouldBe(expected, $"{engine} beside DuckDB, tolerances {tolerances}");
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Equal_rows_are_not_read(string engine)
    {
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        await using var other = await Engine.DuckDb().OpenAsync(TestContext.Current.CancellationToken);
        // A number beyond what a fingerprint says whole has its row read.
        var lines = Gen.Sample(LineCases.Lines, 200, new FsCheck.Rnd(3, 1), 30).Where(l => l.Weight is not 1e20).Select((l, i) => { l.Order = i % 7 == 0 ? null : i * 1_000_000_007L; return l; }).ToList();
        var (l, r) = (workspace.Load(lines, "l"), other.Load(lines.AsEnumerable().Reverse(), "r"));
        var rows = new CrossEngineRows(LineCases.Side(workspace, l), LineCases.Side(other, r), LineCases.Plan(other, ["order_id", "line"], 0), new FingerprintSeed(7), null);
        var compared = await rows.CompareAsync(100, TestContext.Current.CancellationToken);
        (compared.Read, compared.Counted.Identical, compared.Counted.IsEqual).ShouldBe((0, lines.Count, true), $"{engine}: {compared.Method}");
    }
}
