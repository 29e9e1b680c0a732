using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SqlHarness.Comparisons;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Comparisons;

/// <summary>On one engine both formulations count what the loop counts; on two engines the fingerprints and what is read for them do.</summary>
public sealed class ComparedRowsTests : IDisposable
{
    readonly Dictionary<string, Workspace> _workspaces = new() { ["sqlite"] = Engine.Sqlite().Open(), ["duckdb"] = Engine.DuckDb().Open() };

    public void Dispose()
    {
        foreach (var workspace in _workspaces.Values)
            workspace.Dispose();
    }

    [Property(MaxTest = 12)]
    public Property The_query_counts_what_the_loop_counts() => Prop.ForAll(LineCases.All(), c =>
    {
        var (left, right, key, tolerances) = c;
        var expected = LineCases.Expected(left, right, key, tolerances);
        foreach (var (engine, workspace) in _workspaces)
        {
            var (l, r) = (workspace.Load(left, "l"), workspace.Load(right, "r"));
            foreach (var formulation in Enum.GetValues<RowFormulation>())
            {
                var rows = new SameEngineRows(LineCases.Side(workspace, l), LineCases.Side(workspace, r), LineCases.Plan(workspace, key, tolerances), formulation);
                var actual = rows.CompareAsync(100, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
                LineCases.Text(actual.Counted).ShouldBe(LineCases.Text(expected), $"{engine} {formulation} key {string.Join(",", key)} tolerances {tolerances}");
            }

            LinqToDB.DataExtensions.DropTable(l);
            LinqToDB.DataExtensions.DropTable(r);
        }
    });

    [Property(MaxTest = 40)]
    public Property Two_engines_count_what_the_loop_counts() => Prop.ForAll(LineCases.All(), c =>
    {
        var (left, right, key, tolerances) = c;
        // Keys that stand twice are counted where rows are looked at only, and these are few.
        var expected = LineCases.Expected(left, right, key, tolerances);
        var (l, r) = (_workspaces["sqlite"].Load(left, "l"), _workspaces["duckdb"].Load(right, "r"));
        var rows = new CrossEngineRows(LineCases.Side(_workspaces["sqlite"], l), LineCases.Side(_workspaces["duckdb"], r), LineCases.Plan(_workspaces["duckdb"], key, tolerances), new FingerprintSeed(1), null);
        var actual = rows.CompareAsync(100, TestContext.Current.CancellationToken).GetAwaiter().GetResult();
        LineCases.Text(actual.Counted with { NonUniqueKeys = 0 }).ShouldBe(LineCases.Text(expected with { NonUniqueKeys = 0 }), $"key {string.Join(",", key)} tolerances {tolerances}: {actual.Method}");
        LinqToDB.DataExtensions.DropTable(l);
        LinqToDB.DataExtensions.DropTable(r);
    });

    [Fact]
    public async Task Rows_that_are_equal_on_two_engines_are_not_read()
    {
        var lines = Gen.Sample(LineCases.Lines, 500, 30).Where(l => l.Weight is not 1e20).ToList();
        var (l, r) = (_workspaces["sqlite"].Load(lines, "l"), _workspaces["duckdb"].Load(lines.AsEnumerable().Reverse(), "r"));
        var plan = LineCases.Plan(_workspaces["duckdb"], ["order_id", "line"], 0);
        var equal = await new CrossEngineRows(LineCases.Side(_workspaces["sqlite"], l), LineCases.Side(_workspaces["duckdb"], r), plan, new FingerprintSeed(1), null).CompareAsync(100, TestContext.Current.CancellationToken);
        (equal.Read, equal.Counted.Identical, equal.Counted.IsEqual).ShouldBe((0, lines.Count, true), equal.Method);
    }
}
