using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Groups;

/// <summary>A group key is forgotten, and its least value shown where it is shown; or rows are grouped by one more column.</summary>
sealed class GroupKeys : MutationOperator
{
    public override string Code => "GRU";

    public override IEnumerable<Change> Of(MutatedLevel level)
    {
        var items = level.Query.GroupBy.Items;
        if (level.Query.GroupBy.GroupingType != GroupingType.Default || items.Exists(i => i is SqlGroupingSet))
            yield break;
        foreach (var key in items.Where(i => level.Statement.Value(i) is null))
        {
            List<ISqlExpression> others = [.. items.Where(i => !ReferenceEquals(i, key))];
            yield return new(By(items), By(others), $"two groups that differ only in {level.Text(key)}", () => Forget(level, key))
            {
                // Without any group there is a row for no rows.
                Equivalent = others.Count > 0 && level.Rows.Determine(others, key) ? $"{string.Join(" and ", others.Select(level.Text))} determine {level.Text(key)}" : null,
            };
        }

        foreach (var column in items.Count == 0 ? [] : level.Columns.DistinctBy(ElementKey.Of).Where(c => !items.Exists(i => ElementKey.Of(i) == ElementKey.Of(c))).ToList())
        {
            yield return new(By(items), By([.. items, column]), $"a group with two different values of {level.Text(column)}", () => items.Add(column))
            {
                Equivalent = level.Rows.Determine(items, column) ? $"{string.Join(" and ", items.Select(level.Text))} determine {level.Text(column)}" : null,
            };
        }

        string By(IReadOnlyList<ISqlExpression> keys) => keys.Count == 0 ? "no GROUP BY" : $"GROUP BY {string.Join(", ", keys.Select(level.Text))}";
    }

    static void Forget(MutatedLevel level, ISqlExpression key)
    {
        var shown = Functions.Aggregate("MIN", key);
        foreach (var slot in level.Slots.Where(s => s.Clause is Clause.Select or Clause.Having or Clause.OrderBy))
            slot.Put(OutsideAggregates.Replace(slot.Root, level.SiteOf(key).All, shown));
        level.Query.GroupBy.Items.RemoveAll(i => ReferenceEquals(i, key));
    }
}
