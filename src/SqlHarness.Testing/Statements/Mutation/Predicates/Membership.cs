using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Constants;

namespace SqlHarness.Testing.Statements.Mutation.Predicates;

/// <summary>IN becomes NOT IN, or its list loses its first or last value.</summary>
sealed class Membership : ElementOperator<SqlPredicate.BaseNotExpr>
{
    public override string Code => "INS";

    protected override IEnumerable<Alternative> Of(SqlPredicate.BaseNotExpr element, Site site)
    {
        if (element is not (SqlPredicate.InList or SqlPredicate.InSubQuery))
            yield break;
        yield return new(element.Invert(NullabilityContext.NonQuery), $"a row for which {site.Level.Text(element)} decides");
        if (element is not SqlPredicate.InList list)
            yield break;
        var values = list.Values.SelectMany(Expanded).ToList();
        foreach (var place in new[] { 0, values.Count - 1 }.Distinct().Where(_ => values.Count > 1))
        {
            yield return new(new SqlPredicate.InList(list.Expr1, list.WithNull, list.IsNot, values.Where((_, i) => i != place)), Relations.Row(site, list.Expr1, "exactly", values[place]))
            {
                Part = new SqlPredicate.InList(list.Expr1, list.WithNull, list.IsNot, values),
            };
        }

        IEnumerable<ISqlExpression> Expanded(ISqlExpression value) => value is SqlParameter
            ? site.Level.Statement.Values(value).Select(v => new SqlValue(ConstantParts.TypeOf(value), v)) : [value];
    }
}
