using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>An aggregate sees different values in a group, and one value twice; where NULL can be, some and only NULL.</summary>
static class AggregateCriterion
{
    public static IEnumerable<Aim> Of(Scope scope) => Aggregates.Of(scope.Query).SelectMany(a => Of(a, scope));

    static IEnumerable<Aim> Of(ISqlExpression aggregate, Scope scope)
    {
        var argument = aggregate switch
        {
            SqlExtendedFunction { Arguments: [{ Expression: var value }, ..] } => value,
            SqlParameterizedExpressionBase { Parameters: [var value, ..] } => value,
            _ => null,
        };
        if (argument is null or SqlFragment || Scope.IsConstant(argument))
            yield break;
        var (place, rows, known, different) = (scope.Text(aggregate), WindowOf.Rows(), WindowOf.Known(argument), WindowOf.Different(argument));
        if (Results(argument, scope) is not { } results || results.Distinct().Count() > 1)
            yield return new(scope.Goal(place, "different values"), Flag.AtLeast(different, 2));
        yield return new(scope.Goal(place, "a value twice"), Flag.Is(different, SqlPredicate.Operator.Less, known));
        if (!scope.CanBeNull(argument))
            yield break;
        yield return new(scope.Goal(place, "some NULL"), Flag.AtLeast(known, 1) & Flag.Is(known, SqlPredicate.Operator.Less, rows));
        yield return new(scope.Goal(place, "all NULL"), Flag.Is(known, SqlPredicate.Operator.Equal, 0) & Flag.AtLeast(rows, 1));
    }

    /// <summary>The values that a CASE of constants can have; null where they are not known.</summary>
    static List<object>? Results(ISqlExpression expression, Scope scope)
    {
        var results = Operators.Branches(expression).Select(b => b.Then).OfType<ISqlExpression>().ToList();
        return results.Count > 0 && results.TrueForAll(Scope.IsConstant) ? [.. results.SelectMany(scope.Constants)] : null;
    }
}
