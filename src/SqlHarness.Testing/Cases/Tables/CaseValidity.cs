using SqlHarness.Testing.Cases.Rules;

namespace SqlHarness.Testing.Cases.Tables;

/// <summary>Whether a case could stand in the query's tables: NOT NULL, unique keys, foreign keys, and what the user states.</summary>
sealed class CaseValidity(IReadOnlyList<InputTable> tables, IReadOnlyList<ForeignKey> foreignKeys, BoundRules rules)
{
    /// <summary>Whether all of it holds.</summary>
    public bool Holds(CellCase cells)
    {
        for (var t = 0; t < tables.Count; t++)
        {
            var rows = cells.Tables[t];
            if (rows.Any(r => BreaksNotNull(t, r)) || Uniques(t).Any(u => !AreUnique(rows, u)) || rows.Any(r => !rules.Admit(t, r)))
                return false;
        }

        return foreignKeys.All(k => Dangling(cells, k).Count == 0);
    }

    /// <summary>The primary key and the user's unique columns, of one table.</summary>
    public IEnumerable<IReadOnlyList<int>> Uniques(int table) => tables[table].Key.Count > 0 ? rules.Unique[table].Prepend(tables[table].Key) : rules.Unique[table];

    /// <summary>The case without the rows that refer to nothing, nor those that refer to these.</summary>
    public CellCase WithoutDangling(CellCase cells)
    {
        // Each pass removes a row at least, or is the last.
        while (foreignKeys.Select(k => (Key: k, Rows: Dangling(cells, k))).FirstOrDefault(d => d.Rows.Count > 0) is { Key: { } key, Rows: var dangling })
            cells = cells.With(key.Child, [.. cells.Tables[key.Child].Where(r => !dangling.Contains(r))]);
        return cells;
    }

    /// <summary>A row's values in columns that are unique together.</summary>
    public static object?[] KeyOf(object?[] row, IReadOnlyList<int> columns) => [.. columns.Select(c => row[c])];

    static HashSet<object?[]> Dangling(CellCase cells, ForeignKey key)
    {
        var children = cells.Tables[key.Child];
        if (children.Count == 0)
            return [];
        var referred = cells.Tables[key.Parent].Select(key.Referred).OfType<IReadOnlyList<object?>>().ToHashSet(CellKeys.Comparer);
        return children.Where(c => key.Reference(c) is { } reference && !referred.Contains(reference)).ToHashSet<object?[]>(ReferenceEqualityComparer.Instance);
    }

    bool BreaksNotNull(int table, object?[] row)
    {
        var columns = tables[table].Columns;
        for (var c = 0; c < row.Length; c++)
        {
            if (row[c] is null && !columns[c].IsNullable)
                return true;
        }

        return false;
    }

    static bool AreUnique(IReadOnlyList<object?[]> rows, IReadOnlyList<int> columns)
    {
        var seen = new HashSet<IReadOnlyList<object?>>(CellKeys.Comparer);
        return rows.All(r => seen.Add(KeyOf(r, columns)));
    }
}
