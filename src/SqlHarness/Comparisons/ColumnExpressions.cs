using System.Linq.Expressions;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>What is said of a column's two cells in a query; null for what cannot be.</summary>
sealed record ColumnExpressions(Expression Different, Expression? LeftNull, Expression? RightNull, Expression? Hidden, Expression? IsOpen)
{
    /// <summary>What makes the cells differ.</summary>
    public IEnumerable<Expression> Differing => new[] { Different, LeftNull, RightNull }.OfType<Expression>();

    public static ColumnExpressions Of(PlannedColumn column, Expression left, Expression right)
    {
        var differs = Differs(left, right);
        var (leftNull, rightNull) = column.CanBeNull ? (AndAlso(IsNull(left), IsKnown(right)), AndAlso(IsKnown(left), IsNull(right))) : ((Expression?)null, (Expression?)null);
        if (column.Rule is null)
            return new(differs, leftNull, rightNull, column.RoundedFrom is { } from ? AndAlso(Matches(left, right), Limbs.IsFrom(left, from)) : null, null);
        var (isEqual, isOpen) = ToleranceSql.Of(column.Rule, left, right);
        var unequal = new Expression?[] { differs, leftNull, rightNull }.OfType<Expression>().Aggregate(Expression.OrElse);
        var not = IsNot(isEqual);
        return new(AndAlso(differs, not), leftNull is null ? null : AndAlso(leftNull, not), rightNull is null ? null : AndAlso(rightNull, not),
            AndAlso(unequal, isEqual), isOpen is ConstantExpression { Value: false } ? null : AndAlso(unequal, isOpen));
    }

    /// <summary>Whether a condition is false or NULL; SQL's NOT of NULL is NULL.</summary>
    public static Expression IsNot(Expression condition) => condition is ConstantExpression { Value: false } ? Expression.Constant(true)
        : Expression.Equal(Expression.Condition(condition, Expression.Constant(1), Expression.Constant(0)), Expression.Constant(0));

    static MethodCallExpression Matches(Expression left, Expression right) => Expression.Call(typeof(SqlEquality), nameof(SqlEquality.Matches), [left.Type], left, right);

    static MethodCallExpression Differs(Expression left, Expression right) => Expression.Call(typeof(SqlEquality), nameof(SqlEquality.Differs), [left.Type], left, right);

    static BinaryExpression AndAlso(Expression one, Expression other) => Expression.AndAlso(one, other);

    static BinaryExpression IsNull(Expression cell) => Expression.Equal(cell, Expression.Constant(null, cell.Type));

    static BinaryExpression IsKnown(Expression cell) => Expression.NotEqual(cell, Expression.Constant(null, cell.Type));
}
