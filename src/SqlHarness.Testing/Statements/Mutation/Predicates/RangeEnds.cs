using LinqToDB.Internal.SqlQuery;
using Operator = LinqToDB.Internal.SqlQuery.SqlPredicate.Operator;

namespace SqlHarness.Testing.Statements.Mutation.Predicates;

/// <summary>A BETWEEN loses one of its ends, or both, from the range.</summary>
sealed class RangeEnds : ElementOperator<SqlPredicate.Between>
{
    public override string Code => "BTW";

    protected override IEnumerable<Alternative> Of(SqlPredicate.Between element, Site site)
    {
        foreach (var (low, high) in new[] { (Operator.Greater, Operator.LessOrEqual), (Operator.GreaterOrEqual, Operator.Less) })
        {
            ISqlPredicate range = new SqlSearchCondition(false, null,
                new SqlPredicate.ExprExpr(element.Expr1, low, element.Expr2, null), new SqlPredicate.ExprExpr(element.Expr1, high, element.Expr3, null));
            yield return new(element.IsNot ? new SqlSearchCondition(false, null, new SqlPredicate.Not(range)) : range,
                Relations.Row(site, element.Expr1, "exactly", low == Operator.Greater ? element.Expr2 : element.Expr3));
        }
    }
}
