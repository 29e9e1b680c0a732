using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Rules;

/// <summary>A foreign key that the mapping does not know.</summary>
sealed record MatchRule(Type Child, IReadOnlyList<string> ChildMembers, Type Parent, IReadOnlyList<string> ParentMembers)
{
    /// <exception cref="ArgumentException">The sides have different numbers of columns.</exception>
    public static MatchRule Of(Type child, IReadOnlyList<string> childMembers, Type parent, IReadOnlyList<string> parentMembers) => childMembers.Count == parentMembers.Count
        ? new(child, childMembers, parent, parentMembers)
        : throw new ArgumentException($"{childMembers.Count} columns of {child.Name} cannot match {parentMembers.Count} of {parent.Name}.");

    /// <summary>The key in all child tables of a query; of several parent tables of one type the first is referred to.</summary>
    /// <exception cref="ArgumentException">A table or column is not there, or two columns are of different types.</exception>
    public IEnumerable<ForeignKey> In(IReadOnlyList<InputTable> tables)
    {
        var parent = BoundRules.Places(tables, Parent)[0];
        int[] parentColumns = [.. ParentMembers.Select(tables[parent].Place)];
        foreach (var child in BoundRules.Places(tables, Child))
        {
            int[] childColumns = [.. ChildMembers.Select(tables[child].Place)];
            for (var i = 0; i < childColumns.Length; i++)
            {
                var (from, to) = (tables[child].Columns[childColumns[i]], tables[parent].Columns[parentColumns[i]]);
                if (from.Type != to.Type)
                    throw new ArgumentException($"{Child.Name}.{from.Member} is of type {from.Type.Name} and cannot match {Parent.Name}.{to.Member} of type {to.Type.Name}.");
            }

            yield return new(child, childColumns, parent, parentColumns);
        }
    }
}
