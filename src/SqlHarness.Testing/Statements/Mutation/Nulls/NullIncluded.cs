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
            Equivalent = site.Level.NeverNull(e) ? $"{site.Level.Text(e)} is never NULL there"
                : IsRejectedAnyway(element, e, site) ? $"another condition holds for no {site.Level.Text(e)} that is NULL" : null,
        });

    static bool IsRejectedAnyway(SqlPredicate.ExprExpr element, ISqlExpression operand, Site site) => site.IsFilter && site.All.Count == 1
        && site.Level.Slots.Any(s => s.Clause is Clause.Where or Clause.On or Clause.Having && s.Root is SqlSearchCondition filter && Rejection.Beside(filter, element, operand));
}
