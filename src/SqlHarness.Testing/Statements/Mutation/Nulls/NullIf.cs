using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Predicates;

namespace SqlHarness.Testing.Statements.Mutation.Nulls;

/// <summary>NULLIF is gone. In the tree it is a choice between NULL and the value.</summary>
sealed class NullIf : ElementOperator<SqlConditionExpression>
{
    public override string Code => "NUZ";

    protected override IEnumerable<Alternative> Of(SqlConditionExpression element, Site site)
    {
        if (element is not { TrueValue: SqlValue { Value: null }, Condition: SqlPredicate.ExprExpr { Operator: SqlPredicate.Operator.Equal } equality, FalseValue: var value })
            yield break;
        var key = ElementKey.Of(value);
        if (ElementKey.Of(equality.Expr1) == key || ElementKey.Of(equality.Expr2) == key)
            yield return new(value, Relations.Row(site, equality.Expr1, "exactly", equality.Expr2));
    }
}
