using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Statistics;

/// <summary>Sizes, duplicates, and each column's NULLs, ties and groups.</summary>
static class TableSituations
{
    public static IEnumerable<Situation> Of(InputTables tables, int table)
    {
        var (name, described) = (InputStatistics.NameOf(tables, table), tables.Tables[table]);
        foreach (var size in Sizes(tables, table))
            yield return size;
        int[] others = [.. Enumerable.Range(0, described.Columns.Count).Except(described.Key)];
        if (tables.Validity.Uniques(table).Any() && others.Length > 0)
            yield return new($"{name} has rows that differ in their key alone", c => HasTwice(c.Tables[table], others), 0.1);
        if (!tables.Validity.Uniques(table).Any())
            yield return new($"{name} has a duplicate", c => HasTwice(c.Tables[table], others), 0.1);
        foreach (var situation in others.SelectMany(column => ColumnSituations.Of(tables, table, column)))
            yield return situation;
    }

    /// <summary>No row, one and several.</summary>
    public static IEnumerable<Situation> Sizes(InputTables tables, int table)
    {
        var name = InputStatistics.NameOf(tables, table);
        yield return new($"{name} is empty", c => c.Tables[table].Count == 0, 0.02);
        yield return new($"{name} has one row", c => c.Tables[table].Count == 1, 0.05);
        yield return new($"{name} has several rows", c => c.Tables[table].Count > 1, 0.5);
    }

    static bool HasTwice(IReadOnlyList<object?[]> rows, int[] columns)
    {
        var seen = new HashSet<IReadOnlyList<object?>>(CellKeys.Comparer);
        return rows.Any(r => !seen.Add(CaseValidity.KeyOf(r, columns)));
    }
}
