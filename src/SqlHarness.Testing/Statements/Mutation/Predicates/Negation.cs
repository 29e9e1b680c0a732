using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Predicates;

/// <summary>NOT before a condition, or gone from before it. What has a negation of its own (a comparison, IS NULL, IN, EXISTS) is negated by its own operator.</summary>
sealed class Negation : ElementOperator<ISqlPredicate>
{
    public override string Code => "NOT";

    protected override IEnumerable<Alternative> Of(ISqlPredicate element, Site site)
    {
        var other = element switch
        {
            SqlPredicate.Not not => not.Predicate,
            SqlPredicate.Like or SqlPredicate.SearchString or SqlPredicate.Between or SqlPredicate.IsTrue or SqlPredicate.IsDistinct => element.Invert(NullabilityContext.NonQuery),
            SqlPredicate.Expr expression when expression.GetType() == typeof(SqlPredicate.Expr) => new SqlPredicate.Not(element),
            SqlSearchCondition { Predicates.Count: > 1 } => new SqlPredicate.Not(element),
            _ => null,
        };
        if (other is not null)
            yield return new(other, $"a row for which {site.Level.Text(element)} decides");
    }
}
