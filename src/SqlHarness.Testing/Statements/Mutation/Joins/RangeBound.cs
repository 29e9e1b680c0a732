using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Predicates;

namespace SqlHarness.Testing.Statements.Mutation.Joins;

/// <summary>A bound of a join over a range is open where it was closed, or closed where it was open.</summary>
sealed class RangeBound : MutationOperator
{
    public override string Code => "JRB";

    public override IEnumerable<Change> Of(MutatedLevel level) => level.Sites.Where(s => s.Clauses.SetEquals([Clause.On]) && s.Element is SqlPredicate.ExprExpr).SelectMany(site =>
    {
        var bound = (SqlPredicate.ExprExpr)site.Element;
        var other = Relations.Boundary(bound.Operator);
        return other == bound.Operator ? Array.Empty<Change>()
            : [level.Replace(site, new(new SqlPredicate.ExprExpr(bound.Expr1, other, bound.Expr2, bound.UnknownAsValue), Relations.Row(site, bound, other)))];
    });
}
