using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Shrinking.Cases;

/// <summary>Groups columns by the foreign keys between them.</summary>
static class ValueDomains
{
    /// <summary>All columns of all tables, each in one domain.</summary>
    public static IReadOnlyList<ValueDomain> Of(InputTables tables, IReadOnlyList<CaseConstant> constants)
    {
        var groups = tables.Tables.SelectMany((t, i) => Enumerable.Range(0, t.Columns.Count).Select(c => new HashSet<(int Table, int Column)> { (i, c) })).ToList();
        foreach (var key in tables.ForeignKeys)
        {
            for (var i = 0; i < key.ChildColumns.Count; i++)
                Join((key.Child, key.ChildColumns[i]), (key.Parent, key.ParentColumns[i]));
        }

        return [.. groups.Select(g => new ValueDomain([.. g.Order()], tables, constants))];

        void Join((int, int) one, (int, int) other)
        {
            var (a, b) = (groups.Find(g => g.Contains(one))!, groups.Find(g => g.Contains(other))!);
            if (a == b)
                return;
            a.UnionWith(b);
            groups.Remove(b);
        }
    }
}
