using System.Data.Common;
using System.Diagnostics;
using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons;

/// <summary>A side that fails half-way, beside another engine: what it failed with is thrown, whatever is being done, and the other side stops.</summary>
public class FailingSideTests
{
    const int Rows = 10_000;

    // While segments are fingerprinted; and a scan later, while the rows of unequal segments, which are all, are read.
    [Theory]
    [InlineData("Fingerprinting", Rows - 1, true)]
    [InlineData("Fingerprinting", Rows - 1, false)]
    [InlineData("Reading", 2 * Rows - 1, true)]
    [InlineData("Reading", 2 * Rows - 1, false)]
    public async Task What_failed_first_is_thrown(string doing, int rowsUntilThen, bool isLeft)
    {
        await using var duckDb = await Engine.DuckDb().OpenAsync(TestContext.Current.CancellationToken);
        await using var sqlite = await Engine.Sqlite().OpenAsync(TestContext.Current.CancellationToken);
        // A sequence counts the rows that were read, scan after scan.
        await duckDb.Connection.ExecuteAsync($"CREATE SEQUENCE so_far; CREATE VIEW failing AS SELECT i AS id, CASE WHEN nextval('so_far') > {rowsUntilThen} THEN error('the disk is gone') ELSE 'name ' || i END AS name FROM range({Rows}) t(i)", TestContext.Current.CancellationToken);
        sqlite.Load(Enumerable.Range(0, Rows).Select(i => new Named { Id = i, Name = "other" }), "fine");
        var failing = ComparedSide.Of(duckDb.Connection, await duckDb.ShapeOfAsync<FailingTable>("failing", null, TestContext.Current.CancellationToken));
        var fine = ComparedSide.Of(sqlite.Connection, await sqlite.ShapeOfAsync<FineTable>("fine", null, TestContext.Current.CancellationToken));

        List<string> told = [];
        var failure = await Should.ThrowAsync<DbException>(() => Comparison.OfAsync(isLeft ? failing : fine, isLeft ? fine : failing, new() { Key = ["id"] }, new Told(told), TestContext.Current.CancellationToken));
        failure.Message.ShouldContain("the disk is gone");
        told[^1].ShouldStartWith(doing);
        // Both connections are as they were.
        (await duckDb.Connection.ExecuteAsync<int>("SELECT 1", TestContext.Current.CancellationToken), await sqlite.Connection.ExecuteAsync<int>("SELECT 1", TestContext.Current.CancellationToken)).ShouldBe((1, 1));
    }

    // The other side would take minutes.
    [Fact]
    public async Task The_other_side_is_not_waited_for()
    {
        await using var duckDb = await Engine.DuckDb().OpenAsync(TestContext.Current.CancellationToken);
        await using var sqlite = await Engine.Sqlite().OpenAsync(TestContext.Current.CancellationToken);
        await duckDb.Connection.ExecuteAsync("CREATE VIEW failing AS SELECT i AS id, CASE WHEN i = 9999 THEN error('the disk is gone') ELSE 'name' END AS name FROM range(10000) t(i)", TestContext.Current.CancellationToken);
        await sqlite.Connection.ExecuteAsync("CREATE VIEW endless AS WITH RECURSIVE n(id) AS (SELECT 1 UNION ALL SELECT id + 1 FROM n WHERE id < 1000000000) SELECT id, 'name' AS name FROM n", TestContext.Current.CancellationToken);
        static ComparedSide Side(Workspace workspace, string view) => ComparedSide.Of(workspace.Connection, workspace.Connection.GetTable<Named>().TableName(view), view);
        var clock = Stopwatch.StartNew();
        (await Should.ThrowAsync<DbException>(() => Comparison.OfAsync(Side(sqlite, "endless"), Side(duckDb, "failing"), new() { Key = ["Id"] }, null, TestContext.Current.CancellationToken))).Message.ShouldContain("the disk is gone");
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    [Table("named")]
    public sealed class Named
    {
        [Column("id")] public long Id { get; set; }
        [Column("name")] public string? Name { get; set; }
    }

    sealed class FailingTable : TableRow;

    sealed class FineTable : TableRow;
}
