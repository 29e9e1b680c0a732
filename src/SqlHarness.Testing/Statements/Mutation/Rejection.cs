using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation;

/// <summary>Tells where a filter is certain not to hold for NULL.</summary>
static class Rejection
{
    /// <summary>Whether a condition holds for no row in which an expression is NULL.</summary>
    public static bool Of(SqlSearchCondition condition, ISqlExpression expression) =>
        (!condition.IsOr || condition.Predicates.Count == 1) && condition.Predicates.Exists(p => Of(p, expression));

    /// <summary>The same of one part. A comparison that takes unknown for true or false, as C#'s own does, says nothing.</summary>
    public static bool Of(ISqlPredicate predicate, ISqlExpression expression) => predicate switch
    {
        SqlPredicate.IsNull { IsNot: true } known => Same(known.Expr1, expression),
        SqlPredicate.ExprExpr compared when IsUnknownRejected(compared) => Same(compared.Expr1, expression) || Same(compared.Expr2, expression),
        SqlSearchCondition condition => Of(condition, expression),
        _ => false,
    };

    /// <summary>Whether the other parts that must hold beside one of a filter's hold for no row in which an expression is NULL.</summary>
    public static bool Beside(SqlSearchCondition filter, ISqlPredicate part, ISqlExpression expression)
    {
        var holder = filter.Predicates.Find(p => Holds(p, part));
        return holder is not null && (!filter.IsOr && filter.Predicates.Exists(p => p != holder && Of(p, expression))
            || holder is SqlSearchCondition inner && Beside(inner, part, expression));
    }

    static bool Holds(ISqlPredicate whole, ISqlPredicate part) =>
        ReferenceEquals(whole, part) || whole is SqlSearchCondition condition && condition.Predicates.Exists(p => Holds(p, part));

    // C#'s own equality may take two NULLs for equal; its order does not.
    static bool IsUnknownRejected(SqlPredicate.ExprExpr compared) => compared.UnknownAsValue is null || compared is
    {
        UnknownAsValue: false,
        Operator: SqlPredicate.Operator.Less or SqlPredicate.Operator.LessOrEqual or SqlPredicate.Operator.Greater or SqlPredicate.Operator.GreaterOrEqual,
    };

    static bool Same(ISqlExpression one, ISqlExpression other) => ElementKey.Of(Bare(one)) == ElementKey.Of(Bare(other));

    static ISqlExpression Bare(ISqlExpression expression) => expression is SqlNullabilityExpression wrapper ? Bare(wrapper.SqlExpression) : expression;
}
