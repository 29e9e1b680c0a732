using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>Conditions and expressions of the lift.</summary>
static class Conditions
{
    /// <summary>Two cases are the same. Cases are never NULL where this is asked for, so it is SQL's plain equality.</summary>
    public static ISqlPredicate Same(ISqlExpression left, ISqlExpression right) => new SqlPredicate.ExprExpr(left, SqlPredicate.Operator.Equal, right, null);

    /// <summary>The first of two values unless it is NULL. As text, since linq2db 6.5.1 cannot write its own node for it in every clause.</summary>
    public static ISqlExpression Either(DbDataType type, ISqlExpression first, ISqlExpression second) =>
        new SqlExpression(type, "COALESCE({0}, {1})", Precedence.Primary, SqlFlags.IsPure, canBeNull: false, first, second);

    /// <summary>The condition AND one more; a condition of alternatives becomes one part of it.</summary>
    public static void Require(this SqlSearchCondition condition, ISqlPredicate more)
    {
        if (condition.IsOr)
        {
            var alternatives = new SqlSearchCondition(true, condition.CanReturnUnknown, [.. condition.Predicates]);
            condition.Predicates.Clear();
            condition.IsOr = false;
            if (alternatives.Predicates.Count > 0)
                condition.Add(alternatives);
        }

        condition.Add(more);
    }

    /// <summary>Moves all predicates of a condition into an empty one.</summary>
    public static void MoveTo(this SqlSearchCondition from, SqlSearchCondition to)
    {
        to.IsOr = from.IsOr;
        to.AddRange(from.Predicates);
        from.IsOr = false;
        from.Predicates.Clear();
    }
}
