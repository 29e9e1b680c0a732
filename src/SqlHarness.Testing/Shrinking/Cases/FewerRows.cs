using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Shrinking.Cases;

/// <summary>Fewer rows: whole tables, all rows of a value or all others, halves down to single rows, and parents whose children another parent takes. What refers to a dropped row is dropped with it.</summary>
sealed class FewerRows(InputTables tables, IReadOnlyList<ValueDomain> domains)
{
    // Values that nearly every row has of its own are dropped as single rows anyway.
    const int MostValues = 8;

    public IEnumerable<CellCase> Candidates(CellCase cells) => WithoutTables(cells).Concat(ByValue(cells)).Concat(Adopted(cells)).Concat(Chunks(cells)).Select(tables.Validity.WithoutDangling);

    static IEnumerable<CellCase> WithoutTables(CellCase cells) => Enumerable.Range(0, cells.Tables.Count).Where(t => cells.Tables[t].Count > 0).Select(t => cells.With(t, []));

    IEnumerable<CellCase> ByValue(CellCase cells) =>
        from domain in domains
        where !domain.Column.IsTime
        let values = domain.Values(cells).Distinct().ToList()
        where values.Count is > 1 and <= MostValues
        from value in values
        from filtered in (CellCase[])[Filtered(cells, domain, value, keep: false), Filtered(cells, domain, value, keep: true)]
        select filtered;

    static CellCase Filtered(CellCase cells, ValueDomain domain, object value, bool keep) => domain.Columns.GroupBy(c => c.Table).Aggregate(cells, (all, columns) =>
        all.With(columns.Key, [.. all.Tables[columns.Key].Where(r => columns.Any(c => Equals(r[c.Column], value)) == keep)]));

    // Two parents become one.
    IEnumerable<CellCase> Adopted(CellCase cells) =>
        from key in tables.ForeignKeys
        where key.Child != key.Parent && tables.Rules.Rows[key.Child] is null
        let parents = cells.Tables[key.Parent].Where(p => key.Referred(p) is not null).ToList()
        from dropped in parents
        from adopting in parents.Where(p => p != dropped).Take(2)
        select Adopt(cells, key, dropped, adopting);

    CellCase Adopt(CellCase cells, ForeignKey key, object?[] dropped, object?[] adopting)
    {
        var without = cells.With(key.Parent, [.. cells.Tables[key.Parent].Where(r => r != dropped)]);
        // All keys to this parent, else its other children would be dropped.
        return tables.ForeignKeys.Where(k => k.Parent == key.Parent && k.Child != k.Parent && k.Referred(dropped) is not null && k.Referred(adopting) is not null).Aggregate(without, (all, k) =>
            all.With(k.Child, Distinguished.Rows(tables, k.Child, [.. all.Tables[k.Child].Select(r => k.Reference(r) is { } reference && reference.SequenceEqual(k.Referred(dropped)!) ? Referring(r, k, adopting) : r)])));
    }

    static object?[] Referring(object?[] row, ForeignKey key, object?[] parent)
    {
        object?[] changed = [.. row];
        for (var i = 0; i < key.ChildColumns.Count; i++)
            changed[key.ChildColumns[i]] = parent[key.ParentColumns[i]];
        return changed;
    }

    static IEnumerable<CellCase> Chunks(CellCase cells)
    {
        for (var table = 0; table < cells.Tables.Count; table++)
        {
            foreach (var rows in RowDropper.Fewer(cells.Tables[table]))
                yield return cells.With(table, rows);
        }
    }
}
