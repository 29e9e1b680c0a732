using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Nulls;

/// <summary>Of a comparison only the question is left whether an operand is NULL, alone or beside the opposite. Where it never is, these are other operators' changes.</summary>
sealed class NullOther : ElementOperator<SqlPredicate.ExprExpr>
{
    public override string Code => "NLO";

    protected override IEnumerable<Alternative> Of(SqlPredicate.ExprExpr element, Site site)
    {
        foreach (var operand in new[] { element.Expr1, element.Expr2 }.Where(e => site.Level.Statement.Value(e) is null && !site.Level.NeverNull(e)).Take(1))
        {
            var (text, whole) = (site.Level.Text(operand), site.Level.Text(element));
            yield return new(new SqlSearchCondition(true, null, new SqlPredicate.Not(element), site.Level.IsNull(operand, false)), $"a row for which {whole} decides");
            yield return new(site.Level.IsNull(operand, false), $"a row with {text} NULL, or {whole}");
            yield return new(site.Level.IsNull(operand, true), $"a row with {text} not NULL and not {whole}");
        }
    }
}
