using LinqToDB.Mapping;

namespace SqlHarness.Testing.Cases.Tables;

/// <summary>Reads foreign keys between the given tables from linq2db's associations.</summary>
static class Associations
{
    /// <summary>
    /// The foreign keys, each once though both sides may declare it. Of the two sides that is the parent whose key the association names; where that is both or
    /// neither, the single row of the association is. Of several tables of the parent's type the first is referred to.
    /// </summary>
    public static IEnumerable<ForeignKey> Of(IReadOnlyList<InputTable> tables, IReadOnlyList<EntityDescriptor> entities)
    {
        var found = new List<ForeignKey>();
        for (var here = 0; here < tables.Count; here++)
        {
            foreach (var association in entities[here].Associations.Where(a => a.ThisKey.Length > 0))
            {
                var type = association.IsList ? association.GetElementType() : association.MemberInfo is System.Reflection.PropertyInfo p ? p.PropertyType : null;
                var there = tables[here].Entity == type ? here : Place(tables, type);
                if (there < 0)
                    continue;
                int[] thisKey = [.. association.ThisKey.Select(tables[here].Place)], otherKey = [.. association.OtherKey.Select(tables[there].Place)];
                var (thisIsKey, otherIsKey) = (IsKey(tables[here], thisKey), IsKey(tables[there], otherKey));
                var otherIsParent = thisIsKey == otherIsKey ? !association.IsList : otherIsKey;
                var key = otherIsParent ? new ForeignKey(here, thisKey, there, otherKey) : new(there, otherKey, here, thisKey);
                if (key.Parent == Place(tables, tables[key.Parent].Entity) || key.Parent == key.Child)
                    AddOnce(found, key);
            }
        }

        return found;
    }

    /// <summary>Adds a key unless it is there already, from whichever side.</summary>
    public static void AddOnce(List<ForeignKey> keys, ForeignKey key)
    {
        if (!keys.Exists(key.Links))
            keys.Add(key);
    }

    static int Place(IReadOnlyList<InputTable> tables, Type? entity) => Enumerable.Range(0, tables.Count).FirstOrDefault(i => tables[i].Entity == entity, -1);

    static bool IsKey(InputTable table, int[] columns) => table.Key.Count > 0 && table.Key.ToHashSet().SetEquals(columns);
}
