using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Shrinking.Cases;

/// <summary>Tells rows apart again whose composite keys have become the same, because another parent took them: by numbering a part that refers to nothing, like an order's lines.</summary>
static class Distinguished
{
    public static IReadOnlyList<object?[]> Rows(InputTables tables, int table, IReadOnlyList<object?[]> rows)
    {
        var referring = tables.ForeignKeys.Where(k => k.Child == table).SelectMany(k => k.ChildColumns).ToHashSet();
        foreach (var key in tables.Validity.Uniques(table).Where(u => u.Count > 1))
        {
            var part = key.LastOrDefault(c => !referring.Contains(c) && tables.Rules.Columns[table][c] is null, -1);
            if (part >= 0)
                rows = ByPart(tables.Tables[table].Columns[part], part, key, rows);
        }

        return rows;
    }

    static List<object?[]> ByPart(InputColumn column, int part, IReadOnlyList<int> key, IReadOnlyList<object?[]> rows)
    {
        var (told, seen) = (new List<object?[]>(), new HashSet<IReadOnlyList<object?>>(CellKeys.Comparer));
        foreach (var row in rows)
        {
            var distinct = row;
            // As many numbers as rows always hold a free one.
            for (var number = 1; !seen.Add(CaseValidity.KeyOf(distinct, key)) && number <= rows.Count + 1; number++)
                distinct = CellChanges.With(row, part, KeyPool.Plain(column, number) ?? row[part]);
            told.Add(distinct);
        }

        return told;
    }
}
