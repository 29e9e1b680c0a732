using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>A window has one partition and several, of one row, two, and more; and a partition of NULL.</summary>
sealed class PartitionCriterion : IOperatorCriterion
{
    public IEnumerable<Aim> Of(Operator at, Scope scope)
    {
        if (at.Element is not SqlExtendedFunction { IsWindowFunction: true, PartitionBy: var keys })
            yield break;
        IReadOnlyList<ISqlExpression> own = [.. keys?.Where(k => !Scope.IsConstant(k)) ?? []], all = [.. scope.Per, .. own];
        var place = own.Count > 0 ? $"PARTITION BY {string.Join(", ", own.Select(scope.Text))}" : "one partition";
        var size = WindowOf.Count(all);
        yield return new(scope.Goal(place, "of one row"), Flag.Is(size, SqlPredicate.Operator.Equal, 1));
        yield return new(scope.Goal(place, "of two rows"), Flag.Is(size, SqlPredicate.Operator.Equal, 2));
        yield return new(scope.Goal(place, "of more rows"), Flag.AtLeast(size, 3));
        if (own.Count == 0)
            yield break;
        var first = Flag.Is(WindowOf.RowNumber(all, []), SqlPredicate.Operator.Equal, 1);
        yield return new(scope.Goal(place, "one"), first, 1, 1);
        yield return new(scope.Goal(place, "several"), first, 2);
        foreach (var key in own.Where(scope.CanBeNull))
            yield return new(scope.Goal(place, own.Count > 1 ? $"{scope.Text(key)} NULL" : "NULL"), Flag.IsNull(key));
    }
}
