using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Nulls;

/// <summary>Equality takes two NULLs for equal where it did not, or no longer does.</summary>
sealed class NullSafety : ElementOperator<SqlPredicate.ExprExpr>
{
    public override string Code => "NSE";

    protected override IEnumerable<Alternative> Of(SqlPredicate.ExprExpr element, Site site)
    {
        bool[] never = [site.Level.NeverNull(element.Expr1), site.Level.NeverNull(element.Expr2)];
        if (element.Operator != SqlPredicate.Operator.Equal || never.All(n => n) || site.Level.Statement.Value(element.Expr1) is not null
            || site.Level.Statement.Value(element.Expr2) is not null)
            yield break;
        // C#'s own equality is one that linq2db makes null-safe where both sides may be NULL.
        var safe = new SqlPredicate.IsDistinct(element.Expr1, true, element.Expr2);
        var plain = new SqlPredicate.ExprExpr(element.Expr1, SqlPredicate.Operator.Equal, element.Expr2, null);
        var equivalent = never.Any(n => n) && site.IsFilter ? "only one side is ever NULL" : null;
        var needs = $"rows with {site.Level.Text(element.Expr1)} and {site.Level.Text(element.Expr2)} both NULL";
        yield return element.UnknownAsValue is null ? new(safe, needs) { Equivalent = equivalent } : new(plain, needs) { Part = safe, Equivalent = equivalent };
    }
}
