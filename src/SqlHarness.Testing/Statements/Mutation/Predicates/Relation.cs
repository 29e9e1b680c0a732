using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Predicates;

/// <summary>A comparison becomes another one, or a truth value.</summary>
sealed class Relation : ElementOperator<SqlPredicate.ExprExpr>
{
    public override string Code => "ROR";

    protected override IEnumerable<Alternative> Of(SqlPredicate.ExprExpr element, Site site)
    {
        if (!Relations.Has(element.Operator))
            yield break;
        foreach (var other in Relations.Beside(element.Operator))
        {
            yield return new(new SqlPredicate.ExprExpr(element.Expr1, other, element.Expr2, element.UnknownAsValue, element.NotNullableExpr1, element.NotNullableExpr2),
                Relations.Row(site, element, other));
        }

        yield return new(SqlPredicate.True, Relations.Row(site, element, null, true));
        yield return new(SqlPredicate.False, Relations.Row(site, element, null, false));
    }
}
