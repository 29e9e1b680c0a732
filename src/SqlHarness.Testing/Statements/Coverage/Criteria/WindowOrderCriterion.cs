using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>Rows of a partition tie in the order: in all keys, or where the last is unique, in all before it; and each key is NULL.</summary>
sealed class WindowOrderCriterion : IOperatorCriterion
{
    public IEnumerable<Aim> Of(Operator at, Scope scope)
    {
        if (at.Element is not SqlExtendedFunction { IsWindowFunction: true, OrderBy: { Count: > 0 } order, PartitionBy: var keys })
            return [];
        var place = $"ORDER BY {string.Join(", ", order.Select(o => scope.Text(o.Expression) + (o.IsDescending ? " DESC" : "")))}";
        return Of(order.ConvertAll(o => o.Expression), [.. scope.Per, .. keys ?? []], place, scope);
    }

    /// <summary>The same for any order.</summary>
    public static IEnumerable<Aim> Of(IReadOnlyList<ISqlExpression> order, IReadOnlyList<ISqlExpression> partition, string place, Scope scope)
    {
        var tying = Tying(order, scope);
        if (tying.Count > 0)
            yield return new(scope.Goal(place, tying.Count < order.Count ? $"a tie but for {scope.Text(order[^1])}" : "a tie"),
                Flag.AtLeast(WindowOf.Count([.. partition, .. tying]), 2));
        foreach (var key in order.Where(scope.CanBeNull))
            yield return new(scope.Goal(place, order.Count > 1 ? $"{scope.Text(key)} NULL" : "NULL"), Flag.IsNull(key));
    }

    /// <summary>The keys in which rows can tie: without a last one that is unique.</summary>
    public static IReadOnlyList<ISqlExpression> Tying(IReadOnlyList<ISqlExpression> order, Scope scope) =>
        Uniqueness.IsUnique(order[^1], scope.Query) ? [.. order.SkipLast(1)] : order;
}
