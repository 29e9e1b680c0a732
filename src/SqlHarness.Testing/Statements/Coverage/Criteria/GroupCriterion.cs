using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>
/// There is one group, and several; a group has one row, and several; two groups differ in one key alone, for each key; a key is NULL. An aggregate
/// of all rows has none, one, and several.
/// </summary>
static class GroupCriterion
{
    const string All = "all rows";

    public static IEnumerable<Aim> Of(Scope scope)
    {
        IReadOnlyList<ISqlExpression> keys = [.. scope.Query.GroupBy.Items.Where(k => !Scope.IsConstant(k))];
        var place = keys.Count > 0 ? $"GROUP BY {string.Join(", ", keys.Select(scope.Text))}" : All;
        // A sub-query that finds nothing has no group here; its own criterion tells.
        if (keys.Count == 0 && scope.Per.Count == 0)
            yield return new(scope.Goal(place, "none"), Flag.Is(WindowOf.Rows(), SqlPredicate.Operator.Equal, 0));
        if (keys.Count > 0 && scope.Per.Count == 0)
        {
            yield return new(scope.Goal(place, "one group"), null, 1, 1);
            yield return new(scope.Goal(place, "several groups"), null, 2);
        }

        yield return new(scope.Goal(place, "of one row"), Flag.Is(WindowOf.Rows(), SqlPredicate.Operator.Equal, 1));
        yield return new(scope.Goal(place, "of several rows"), Flag.AtLeast(WindowOf.Rows(), 2));
        if (keys.Count > 1)
        {
            foreach (var key in keys)
                yield return new(scope.Goal(place, $"differ only in {scope.Text(key)}"),
                    Flag.AtLeast(WindowOf.Count([.. scope.Per, .. keys.Where(k => k != key)]), 2));
        }

        foreach (var key in keys.Where(scope.CanBeNull))
            yield return new(scope.Goal(place, keys.Count > 1 ? $"{scope.Text(key)} NULL" : "NULL"), Flag.IsNull(key));
    }
}
