using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Tests.Comparisons.PlantedFaults;

namespace SqlHarness.Tests.Comparisons.PeerTraps;

/// <summary>Compares small tables on the embedded engines, which have to agree.</summary>
public sealed class TrapTables : IDisposable
{
    readonly (string Name, Workspace Workspace)[] _engines = [("sqlite", Engine.Sqlite().Open()), ("duckdb", Engine.DuckDb().Open())];

    public static readonly IReadOnlyList<string> Key = [nameof(TrapRow.Id)];

    public void Dispose()
    {
        foreach (var (_, workspace) in _engines)
            workspace.Dispose();
    }

    /// <summary>Compares by the id, or as the options say, on both engines, and on DuckDB in both formulations.</summary>
    /// <param name="left">The left side's rows.</param>
    /// <param name="right">The right side's.</param>
    /// <param name="options">How.</param>
    /// <param name="engine">The only engine that can store them; all if null.</param>
    /// <returns>What all of them answered.</returns>
    internal TableComparison Compare<TLeft, TRight>(IReadOnlyList<TLeft> left, IReadOnlyList<TRight> right, ComparisonOptions? options = null, string? engine = null) where TLeft : class where TRight : class
    {
        TableComparison? first = null;
        foreach (var (name, workspace) in _engines.Where(e => engine is null || e.Name == engine))
        {
            using var loaded = new LoadedTables(workspace);
            var (l, r) = (loaded.Load(left, "l"), loaded.Load(right, "r"));
            // The full join is asked once: both engines are said the same, and each question takes a while to be translated.
            foreach (var formulation in name == "sqlite" ? [RowFormulation.UnionAndGroup] : Enum.GetValues<RowFormulation>())
            {
                var found = Comparison.OfAsync(l, r, (options ?? new() { Key = Key }) with { Formulation = formulation }).GetAwaiter().GetResult();
                first ??= found;
                Text(found).ShouldBe(Text(first), $"{name}, {formulation}");
            }
        }

        return first!;
    }

    /// <summary>The counts of rows: identical, modified, added, removed, keys that are not unique.</summary>
    internal (long Identical, long Modified, long Added, long Removed, long NonUniqueKeys) Rows<TLeft, TRight>(IReadOnlyList<TLeft> left, IReadOnlyList<TRight> right, ComparisonOptions? options = null, string? engine = null) where TLeft : class where TRight : class =>
        Rows(Compare(left, right, options, engine));

    internal static (long Identical, long Modified, long Added, long Removed, long NonUniqueKeys) Rows(TableComparison found) =>
        (found.Rows.Identical, found.Rows.Modified, found.Rows.Added, found.Rows.Removed, found.Rows.NonUniqueKeys);

    /// <summary>The columns that differ in some pair.</summary>
    internal static IEnumerable<string> Differing(TableComparison found) => found.Columns.Where(c => c.Counts.Unequal > 0).Select(c => c.Name);

    static string Text(TableComparison found) => $"{found.Verdict} {Rows(found)} {string.Join(' ', found.Columns.Select(c => $"{c.Name} {c.Counts.Equal} {c.Counts.Different} {c.Counts.LeftNull} {c.Counts.RightNull} {c.Counts.Hidden}"))} {string.Join(' ', found.Hidden)} {string.Join(' ', found.Schema.Differences)}";
}
