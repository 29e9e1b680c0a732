using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SqlHarness.Comparisons;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Comparisons;

/// <summary>However few differing rows are kept: so many of each kind, each of which differs, and among them a row for each column that differs anywhere.</summary>
public sealed class FoundRowsTests : IDisposable
{
    static readonly int[] Kept = [1, 2, 1000];

    readonly Workspace _sqlite = Engine.Sqlite().Open(), _duckDb = Engine.DuckDb().Open(), _other = Engine.DuckDb().Open();

    public void Dispose()
    {
        _sqlite.Dispose();
        _duckDb.Dispose();
        _other.Dispose();
    }

    [Property(MaxTest = 12)]
    public Property On_one_engine() => Prop.ForAll(LineCases.All(), c =>
    {
        foreach (var workspace in new[] { _sqlite, _duckDb })
        {
            var (l, r) = (workspace.Load(c.Item1, "l"), workspace.Load(c.Item2, "r"));
            var plan = LineCases.Plan(workspace, c.Item3, 0);
            foreach (var most in Kept)
                ShouldShowAll(new SameEngineRows(LineCases.Side(workspace, l), LineCases.Side(workspace, r), plan, RowFormulation.FullJoin).CompareAsync(most, TestContext.Current.CancellationToken).GetAwaiter().GetResult(), most);
            LinqToDB.DataExtensions.DropTable(l);
            LinqToDB.DataExtensions.DropTable(r);
        }
    });

    [Property(MaxTest = 20)]
    public Property On_two_engines() => Prop.ForAll(LineCases.All(), c =>
    {
        var (l, r) = (_duckDb.Load(c.Item1, "l"), _other.Load(c.Item2, "r"));
        foreach (var most in Kept)
            ShouldShowAll(new CrossEngineRows(LineCases.Side(_duckDb, l), LineCases.Side(_other, r), LineCases.Plan(_duckDb, c.Item3, 0), new FingerprintSeed(7), null).CompareAsync(most, TestContext.Current.CancellationToken).GetAwaiter().GetResult(), most);
        LinqToDB.DataExtensions.DropTable(l);
        LinqToDB.DataExtensions.DropTable(r);
    });

    static void ShouldShowAll(RowsCompared compared, int most)
    {
        foreach (var (change, count) in new[] { (RowChange.Modified, compared.Counted.Modified), (RowChange.Added, compared.Counted.Added), (RowChange.Removed, compared.Counted.Removed) })
        {
            var found = compared.Found.Where(f => f.Change == change).ToList();
            found.Count.ShouldBeInRange((int)Math.Min(most, count), (int)Math.Min(most + (change == RowChange.Modified ? Differences.OfAColumn * compared.Counted.Columns.Count : 0), count), $"{change}, at most {most}");
            found.ShouldAllBe(f => (f.Left != null) == (change != RowChange.Added) && (f.Right != null) == (change != RowChange.Removed) && f.Differs.Contains(true) == (change == RowChange.Modified));
        }

        foreach (var (column, counts) in compared.Counted.Columns.Index())
            compared.Found.Any(f => f.Differs[column]).ShouldBe(counts.Unequal > 0, $"column {column}, at most {most} rows");
    }
}
