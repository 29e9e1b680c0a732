using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using LinqToDB.Data;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons;

/// <summary>On one engine both formulations count what the loop counts; on two engines the fingerprints and what is read for them do.</summary>
public sealed class ComparedRowsTests : IDisposable
{
    readonly Dictionary<string, Workspace> _workspaces = new() { ["sqlite"] = Engine.Sqlite().Open(), ["duckdb"] = Engine.DuckDb().Open(), ["other duckdb"] = Engine.DuckDb().Open() };

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
        foreach (var (engine, workspace) in _workspaces.Where(w => w.Key != "other duckdb"))
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

    public static TheoryData<int> Tolerances => [.. Enumerable.Range(0, LineCases.Tolerances.Length)];

    // NULL beside each value too, which chance does not bring in time.
    [Theory]
    [MemberData(nameof(Tolerances))]
    public async Task Every_value_beside_every_other_is_what_the_loop_says(int tolerances)
    {
        var (left, right) = LineCases.EveryPair();
        var expected = LineCases.Text(LineCases.Expected(left, right, ["line"], tolerances));
        var sides = _workspaces.ToDictionary(w => w.Key, w => (Left: LineCases.Side(w.Value, w.Value.Load(left, "l")), Right: LineCases.Side(w.Value, w.Value.Load(right, "r"))));
        var plan = LineCases.Plan(_workspaces["duckdb"], ["line"], tolerances);
        foreach (var engine in new[] { "sqlite", "duckdb" })
        {
            foreach (var formulation in Enum.GetValues<RowFormulation>())
            {
                var rows = new SameEngineRows(sides[engine].Left, sides[engine].Right, plan, formulation);
                LineCases.Text((await rows.CompareAsync(100, TestContext.Current.CancellationToken)).Counted).ShouldBe(expected, $"{engine} {formulation}");
            }

            var beside = new CrossEngineRows(sides[engine].Left, sides["other duckdb"].Right, plan, new FingerprintSeed(1), null);
            LineCases.Text((await beside.CompareAsync(100, TestContext.Current.CancellationToken)).Counted).ShouldBe(expected, engine);
        }
    }

    [Property(MaxTest = 40)]
    public Property Two_engines_count_what_the_loop_counts() => OnTwo("sqlite", "duckdb", null);

    [Property(MaxTest = 10)]
    public Property Queries_on_two_engines_count_what_the_loop_counts() => OnTwo("duckdb", "other duckdb", null, areQueries: true);

    // Two engines that store by column: numbers are packed.
    [Property(MaxTest = 40)]
    public Property Two_engines_that_know_their_ranges_count_what_the_loop_counts() => OnTwo("duckdb", "other duckdb", null);

    // So few segments that several keys differ in most: one, two and more than a sketch names.
    [Property(MaxTest = 40)]
    public Property Sketches_find_what_the_loop_finds() => OnTwo("duckdb", "other duckdb", new(1, [2, 5, 11], 0));

    [Property(MaxTest = 20)]
    public Property Sketches_find_what_the_loop_finds_on_an_engine_that_stores_by_row() => OnTwo("sqlite", "duckdb", new(3, [5, 23], 0));

    Property OnTwo(string one, string other, SegmentCounts? counts, bool areQueries = false) => Prop.ForAll(LineCases.All(), c =>
    {
        var (left, right, key, tolerances) = c;
        // Keys that stand twice are counted where rows are looked at only, and these are few.
        var expected = LineCases.Expected(left, right, key, tolerances);
        var (l, r) = (_workspaces[one].Load(left, "l"), _workspaces[other].Load(right, "r"));
        Func<Workspace, LinqToDB.ITable<Line>, ComparedSide> side = areQueries ? LineCases.QuerySide : LineCases.Side;
        var rows = new CrossEngineRows(side(_workspaces[one], l), side(_workspaces[other], r), LineCases.Plan(_workspaces[other], key, tolerances), new FingerprintSeed(1), null, counts);
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

    [Fact]
    public async Task Of_spread_differences_only_the_rows_that_differ_are_read()
    {
        var (one, other) = (_workspaces["duckdb"], _workspaces["other duckdb"]);
        const string rows = "SELECT i AS id, i * 7919 % 1000003 AS product, CASE WHEN i % 10 = 0 THEN NULL ELSE (i % 1000) / 8.0 END::DECIMAL(9, 3) AS price, TIMESTAMP '1969-12-31' + to_microseconds(i * 1000001) AS at FROM range(300000) t(i)";
        one.Connection.Execute($"CREATE TABLE t AS {rows}");
        // Of every fifty rows one has another price, some are gone, and some have come.
        other.Connection.Execute($"CREATE TABLE t AS SELECT * REPLACE (CASE WHEN id % 50 = 7 THEN coalesce(price, 0) + 1 ELSE price END AS price) FROM ({rows}) WHERE id % 10000 <> 3 UNION ALL SELECT 300000 + i, i, i, now()::TIMESTAMP FROM range(5) t(i)");
        var compared = await Comparison.OfAsync(ComparedSide.Of(one.Connection, await one.ShapeOfAsync<Left>("t", cancellationToken: TestContext.Current.CancellationToken)), ComparedSide.Of(other.Connection, await other.ShapeOfAsync<Right>("t", cancellationToken: TestContext.Current.CancellationToken)), new() { Key = ["id"] }, null, TestContext.Current.CancellationToken);
        (compared.Rows.Identical, compared.Rows.Modified, compared.Rows.Removed, compared.Rows.Added).ShouldBe((300_000 - 6_000 - 30, 6_000, 30, 5), compared.Run.Method);
        compared.Run.RowsRead.ShouldBeInRange(2 * 6_000 + 35, 2 * 6_000 + 35 + 1_000, compared.Run.Method);
        compared.Run.Method.ShouldContain("sketches of ");
    }

    [Fact]
    public async Task Segments_are_counted_down_while_they_are_read()
    {
        var (one, other) = (_workspaces["duckdb"], _workspaces["other duckdb"]);
        one.Connection.Execute("CREATE TABLE t AS SELECT i AS id, 1 AS n FROM range(20000) t(i)");
        other.Connection.Execute("CREATE TABLE t AS SELECT i AS id, 2 AS n FROM range(20000) t(i)");
        List<string> told = [];
        await Comparison.OfAsync(ComparedSide.Of(one.Connection, await one.ShapeOfAsync<Left>("t", cancellationToken: TestContext.Current.CancellationToken)), ComparedSide.Of(other.Connection, await other.ShapeOfAsync<Right>("t", cancellationToken: TestContext.Current.CancellationToken)), new() { Key = ["id"] }, new Told(told), TestContext.Current.CancellationToken);
        var reading = told.FindAll(t => t.StartsWith("Reading the rows of ", StringComparison.Ordinal));
        var percents = reading.FindAll(t => t.EndsWith(" %", StringComparison.Ordinal)).ConvertAll(t => int.Parse(t.Split(' ')[^2], System.Globalization.CultureInfo.InvariantCulture));
        percents.ShouldBe(Enumerable.Range(1, 100), string.Join("\n", reading));
    }

    [Fact]
    public async Task Ranges_are_asked_for_of_tables_alone()
    {
        var workspace = _workspaces["duckdb"];
        var table = workspace.Load(Gen.Sample(LineCases.Lines, 500, 30), "l");
        var plan = LineCases.Plan(workspace, ["order_id", "line"], 0);
        (MeasuredRanges.AreCheap(LineCases.Side(workspace, table)), MeasuredRanges.AreCheap(LineCases.QuerySide(workspace, table)), MeasuredRanges.AreCheap(LineCases.Side(_workspaces["sqlite"], _workspaces["sqlite"].Load<Line>([], "l")))).ShouldBe((true, false, false));
        var ranges = await MeasuredRanges.OfAsync(LineCases.Side(workspace, table), true, plan, TestContext.Current.CancellationToken);
        ranges.DigitsOf(plan, 1, System.Linq.Expressions.Expression.Parameter(plan.Tree.Type)).Single().Limb.Range.ShouldBe(new NumberRange(1, 4));
    }

    sealed class Left : TableRow;

    sealed class Right : TableRow;
}
