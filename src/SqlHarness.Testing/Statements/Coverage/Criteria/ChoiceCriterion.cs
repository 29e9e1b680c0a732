using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>Each branch of a CASE is chosen.</summary>
sealed class ChoiceCriterion : IOperatorCriterion
{
    public IEnumerable<Aim> Of(Operator at, Scope scope)
    {
        if (at.Element is not (SqlConditionExpression or SqlCaseExpression))
            yield break;
        var (place, guard) = (scope.Text(at.Element), at.Guard);
        foreach (var (when, _) in Operators.Branches((ISqlExpression)at.Element))
        {
            if (when is null)
            {
                yield return new(scope.Goal(place, "ELSE"), guard);
                yield break;
            }

            yield return new(scope.Goal(place, $"WHEN {scope.Text(when)}"), Flag.And(guard, Flag.Of(when)));
            guard = Flag.And(guard, !Flag.Of(when));
        }
    }
}
