using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Statistics;

/// <summary>Sizes, duplicates, and each column's NULLs, ties and groups.</summary>
static class TableSituations
{
    public static IEnumerable<Situation> Of(InputTables tables, int table)
    {
        var (name, described) = (InputStatistics.NameOf(tables, table), tables.Tables[table]);
        yield return new($"{name} is empty", c => c.Tables[table].Count == 0);
        yield return new($"{name} has one row", c => c.Tables[table].Count == 1);
        yield return new($"{name} has several rows", c => c.Tables[table].Count > 1);
        int[] others = [.. Enumerable.Range(0, described.Columns.Count).Except(described.Key)];
        if (tables.Validity.Uniques(table).Any() && others.Length > 0)
            yield return new($"{name} has rows that differ in their key alone", c => HasTwice(c.Tables[table], others));
        if (!tables.Validity.Uniques(table).Any())
            yield return new($"{name} has a duplicate", c => HasTwice(c.Tables[table], others));
        foreach (var column in others)
        {
            var of = InputStatistics.NameOf(tables, table, column);
            yield return new($"{of} ties", c => HasTwice([.. c.Tables[table].Where(r => r[column] is not null)], [column]));
            yield return new($"{of} differs", c => Values(c, column) > 1);
            if (described.Columns[column].IsNullable)
                yield return new($"{of} is NULL", c => c.Tables[table].Any(r => r[column] is null));
        }

        int Values(CellCase cells, int column) => cells.Tables[table].Select(r => r[column]).Distinct().Count();
    }

    static bool HasTwice(IReadOnlyList<object?[]> rows, int[] columns)
    {
        var seen = new HashSet<IReadOnlyList<object?>>(CellKeys.Comparer);
        return rows.Any(r => !seen.Add(CaseValidity.KeyOf(r, columns)));
    }
}
