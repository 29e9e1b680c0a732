using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Nulls;

/// <summary>A comparison holds for NULL too.</summary>
sealed class NullIncluded : ElementOperator<SqlPredicate.ExprExpr>
{
    public override string Code => "NLI";

    protected override IEnumerable<Alternative> Of(SqlPredicate.ExprExpr element, Site site) =>
        new[] { element.Expr1, element.Expr2 }.Where(e => site.Level.Statement.Value(e) is null).Select(e =>
        new Alternative(new SqlSearchCondition(true, null, element, site.Level.IsNull(e, false)), $"a row with {site.Level.Text(e)} NULL")
        {
            Equivalent = site.Level.NeverNull(e) ? $"{site.Level.Text(e)} is never NULL there" : null,
        });
}
