using LinqToDB.Internal.SqlQuery;
using Operator = LinqToDB.Internal.SqlQuery.SqlPredicate.Operator;

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
                Relations.Row(site, element, other)) { Equivalent = Equivalent(element, other, site) };
        }

        yield return new(SqlPredicate.True, Relations.Row(site, element, null, true));
        yield return new(Never.Holds(), Relations.Row(site, element, null, false));
    }

    // Where nothing is below a constant, what differs only there does not differ.
    static string? Equivalent(SqlPredicate.ExprExpr element, Operator other, Site site) =>
        Relations.DifferOnlyBelow(element.Operator, other) && site.Level.Statement.Value(element.Expr2) is { } value && Intervals.Number(value) is { } number
        && LeastNumbers.Of(element.Expr1, site.Level.Query) is { } least && least >= number ? $"{site.Level.Text(element.Expr1)} is never below {site.Level.Text(element.Expr2)}" : null;
}
