using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage.Criteria;

/// <summary>
/// What is compared with a constant meets it exactly, and lies a unit below and above it, where the comparison matters. Where the values have no
/// unit, or not all values occur, it lies anywhere
/// below and above.
/// </summary>
sealed class BoundaryCriterion : IAtomCriterion
{
    public IEnumerable<Aim> Of(Atom atom, Scope scope) => atom.Predicate switch
    {
        SqlPredicate.ExprExpr { Expr1: var left, Expr2: var right } comparison => Beside(atom, comparison.Operator, left, right, scope)
            .Concat(Beside(atom, comparison.Operator, right, left, scope)),
        SqlPredicate.Between between => Beside(atom, SqlPredicate.Operator.GreaterOrEqual, between.Expr1, between.Expr2, scope)
            .Concat(Beside(atom, SqlPredicate.Operator.LessOrEqual, between.Expr1, between.Expr3, scope)),
        _ => [],
    };

    static IEnumerable<Aim> Beside(Atom atom, SqlPredicate.Operator comparison, ISqlExpression expression, ISqlExpression constant, Scope scope)
    {
        if (Scope.IsConstant(expression) || scope.Constants(constant) is not [var value] || value is bool or Guid or Enum)
            yield break;
        var of = atom.Predicate is SqlPredicate.Between ? scope.Text(constant) + " " : "";
        if (Unit.Of(expression, value, scope) is { } unit)
        {
            foreach (var (beside, what) in new[] { (unit.Less, $"less {unit.Name}"), (value, "exactly"), (unit.More, $"and {unit.Name}") })
            {
                if (beside is not null && !IsOutOfReach(expression, beside, scope))
                    yield return new(scope.Goal(atom.Text, of + what),
                        atom.Matters(Flag.Is(expression, SqlPredicate.Operator.Equal, Typing.Value(beside, constant, expression))));
            }

            yield break;
        }

        // Two texts that are told apart have no order that matters.
        if (value is string && comparison is SqlPredicate.Operator.Equal or SqlPredicate.Operator.NotEqual)
            yield break;
        foreach (var (aim, what) in OrderCriterion.Sides)
            yield return new(scope.Goal(atom.Text, of + what), atom.Matters(Flag.Is(expression, aim, constant)));
    }

    // A group has a row, and rows are numbered from 1.
    static bool IsOutOfReach(ISqlExpression expression, object value, Scope scope) =>
        Unit.Least(expression, scope.Query) is { } least && Intervals.Number(value) < least;
}
