using SqlHarness.Testing.Cases.Tables;

namespace SqlHarness.Testing.Cases.Statistics;

/// <summary>How parents and children meet: none, one or several children, and children of no parent.</summary>
static class ReferenceSituations
{
    public static IEnumerable<Situation> Of(InputTables tables)
    {
        foreach (var key in tables.ForeignKeys)
        {
            var (name, parent) = (InputStatistics.NameOf(tables, key.Child, key.ChildColumns), InputStatistics.NameOf(tables, key.Parent));
            yield return new($"{name} refers to {parent}", c => c.Tables[key.Child].Any(r => key.Reference(r) is not null), 0.2);
            // Not where the reference is unique, be it by a part of it.
            if (!tables.Validity.Uniques(key.Child).Any(u => u.All(key.ChildColumns.Contains)))
                yield return new($"{name} refers to one {parent} several times", c => HasTwice(References(c, key)), 0.15);
            yield return new($"{parent} without {name}", c => c.Tables[key.Parent].Select(key.Referred).OfType<IReadOnlyList<object?>>().Except(References(c, key), CellKeys.Comparer).Any(), 0.2);
            if (key.ChildColumns.Any(c => tables.Tables[key.Child].Columns[c].IsNullable))
                yield return new($"{name} refers to nothing", c => c.Tables[key.Child].Any(r => key.Reference(r) is null), 0.15);
        }
    }

    static bool HasTwice(List<IReadOnlyList<object?>> references) => references.Distinct(CellKeys.Comparer).Count() < references.Count;

    static List<IReadOnlyList<object?>> References(CellCase cells, ForeignKey key) => [.. cells.Tables[key.Child].Select(key.Reference).OfType<IReadOnlyList<object?>>()];
}
