using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Statistics;

/// <summary>How the columns by which a query joins two tables meet: rows with a match, and rows of either side without.</summary>
static class JoinSituations
{
    public static IEnumerable<Situation> Of(InputTables tables, BaseColumn left, BaseColumn right)
    {
        foreach (var (table, column) in Places(tables, left))
        {
            foreach (var (other, otherColumn) in Places(tables, right).Where(o => o != (table, column) && !IsForeignKey(tables, (table, column), o)))
            {
                var (name, otherName) = (InputStatistics.NameOf(tables, table, column), InputStatistics.NameOf(tables, other, otherColumn));
                yield return new($"{name} meets {otherName}", c => Values(c, table, column).Overlaps(Values(c, other, otherColumn)), 0.1);
                yield return new($"{name} meets no {otherName}", c => !Values(c, table, column).IsSubsetOf(Values(c, other, otherColumn)), 0.1);
                yield return new($"{otherName} meets no {name}", c => !Values(c, other, otherColumn).IsSubsetOf(Values(c, table, column)), 0.1);
            }
        }
    }

    /// <summary>Where a column of a statement stands among the tables: once for each table of its entity.</summary>
    public static IEnumerable<(int Table, int Column)> Places(InputTables tables, BaseColumn column) =>
        from t in Enumerable.Range(0, tables.Tables.Count)
        where tables.Tables[t].Entity == column.Entity
        from c in Enumerable.Range(0, tables.Tables[t].Columns.Count)
        where tables.Tables[t].Columns[c].Name == column.Name
        select (t, c);

    // Whose situations are known from the mapping.
    static bool IsForeignKey(InputTables tables, (int Table, int Column) one, (int Table, int Column) other) =>
        tables.ForeignKeys.Any(k => Links(k, one, other) || Links(k, other, one));

    static bool Links(ForeignKey key, (int Table, int Column) child, (int Table, int Column) parent) =>
        (key.Child, key.Parent) == (child.Table, parent.Table) && key.ChildColumns.Zip(key.ParentColumns).Contains((child.Column, parent.Column));

    static HashSet<object> Values(CellCase cells, int table, int column) => [.. cells.Tables[table].Select(r => r[column]).OfType<object>()];
}
