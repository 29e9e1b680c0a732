using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>Each argument of COALESCE is chosen, and none where all can be NULL.</summary>
sealed class CoalesceCriterion : IOperatorCriterion
{
    public IEnumerable<Aim> Of(Operator at, Scope scope)
    {
        if (at.Element is not SqlCoalesceExpression { Expressions: var arguments })
            yield break;
        var (place, guard) = (scope.Text(at.Element), at.Guard);
        foreach (var argument in arguments)
        {
            var isLast = Scope.IsConstant(argument) || !scope.CanBeNull(argument);
            yield return new(scope.Goal(place, $"takes {scope.Text(argument)}"), isLast ? guard : Flag.And(guard, Flag.IsKnown(argument)));
            if (isLast)
                yield break;
            guard = Flag.And(guard, Flag.IsNull(argument));
        }

        yield return new(scope.Goal(place, "all NULL"), guard);
    }
}
