using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons.Explanations;

/// <summary>Differing rows, made by hand, and what is found in them.</summary>
static class Differences
{
    public static PlannedColumn Column(string name, Type type) => new(new ComparedColumn(new(name, type), new(name, type), Comparability.Of(type)!.Value), null, false);

    /// <summary>The sentence about a column that is beside a key.</summary>
    public static string? Of<T>(params IEnumerable<(object? Left, object? Right)> cells) => Explained<T>(cells)?.Sentence;

    public static Explanation? Explained<T>(IEnumerable<(object? Left, object? Right)> cells) =>
        Of([Column("id", typeof(long)), Column("c", typeof(T))], [0], [.. cells.Select((c, i) => Modified([(long)i, c.Left], [(long)i, c.Right]))]).SingleOrDefault(e => e.Column == "c");

    public static IReadOnlyList<Explanation> Of(IReadOnlyList<PlannedColumn> columns, IReadOnlyList<int> key, IReadOnlyList<DifferingRow> rows, long nonUniqueKeys = 0) =>
        Explainer.Of(columns, key, new(0, Count(rows, RowChange.Modified), Count(rows, RowChange.Added), Count(rows, RowChange.Removed), nonUniqueKeys, []), rows);

    public static DifferingRow Modified(object?[] left, object?[] right) => new(RowChange.Modified, left, right, [.. left.Zip(right, (l, r) => !RowEquality.CellsEqual(l, r))]);

    public static DifferingRow Added(params object?[] right) => new(RowChange.Added, null, right, [.. right.Select(_ => false)]);

    public static DifferingRow Removed(params object?[] left) => new(RowChange.Removed, left, null, [.. left.Select(_ => false)]);

    public static DateTime Time(string text) => DateTime.Parse(text, System.Globalization.CultureInfo.InvariantCulture, System.Globalization.DateTimeStyles.AdjustToUniversal | System.Globalization.DateTimeStyles.AssumeUniversal);

    static long Count(IReadOnlyList<DifferingRow> rows, RowChange change) => rows.Count(r => r.Change == change);
}
