using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>The parts of a condition that are no conditions again.</summary>
static class Atoms
{
    /// <summary>The atoms from left to right; constants are none.</summary>
    public static IEnumerable<ISqlPredicate> Of(ISqlPredicate condition) => condition switch
    {
        SqlSearchCondition { Predicates: var parts } => parts.SelectMany(Of),
        SqlPredicate.Not { Predicate: var part } => Of(part),
        SqlPredicate.TruePredicate or SqlPredicate.FalsePredicate => [],
        SqlPredicate.Expr { Expr1: SqlSearchCondition part } and not SqlPredicate.BaseNotExpr and not SqlPredicate.ExprExpr => Of(part),
        _ => [condition],
    };

    /// <summary>The condition with a truth value in the place of some atoms; it shares the other atoms with the original.</summary>
    public static ISqlPredicate With(ISqlPredicate condition, Func<ISqlPredicate, bool> replaced, bool by) => condition switch
    {
        SqlSearchCondition search => new SqlSearchCondition(search.IsOr, null, search.Predicates.Select(p => With(p, replaced, by))),
        SqlPredicate.Not { Predicate: var part } => new SqlPredicate.Not(With(part, replaced, by)),
        SqlPredicate.Expr { Expr1: SqlSearchCondition part } and not SqlPredicate.BaseNotExpr and not SqlPredicate.ExprExpr =>
            With(part, replaced, by),
        _ => replaced(condition) ? SqlPredicate.MakeBool(by) : condition,
    };

    /// <summary>What an atom computes with.</summary>
    public static IEnumerable<ISqlExpression> Operands(ISqlPredicate atom) => atom switch
    {
        SqlPredicate.ExprExpr comparison => [comparison.Expr1, comparison.Expr2],
        SqlPredicate.IsDistinct comparison => [comparison.Expr1, comparison.Expr2],
        SqlPredicate.Like like => [like.Expr1, like.Expr2],
        SqlPredicate.SearchString search => [search.Expr1, search.Expr2],
        SqlPredicate.Between between => [between.Expr1, between.Expr2, between.Expr3],
        SqlPredicate.InList list => [list.Expr1, .. list.Values],
        SqlPredicate.Expr other => [other.Expr1],
        _ => [],
    };

    /// <summary>Whether a NULL among the operands makes the atom unknown; others ask for NULL themselves.</summary>
    public static bool MindsNull(ISqlPredicate atom) => atom is not (SqlPredicate.IsNull or SqlPredicate.IsDistinct or SqlPredicate.Exists);
}
