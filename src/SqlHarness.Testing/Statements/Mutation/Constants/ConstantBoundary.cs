using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Statements.Mutation.Predicates;
using Operator = LinqToDB.Internal.SqlQuery.SqlPredicate.Operator;

namespace SqlHarness.Testing.Statements.Mutation.Constants;

/// <summary>A constant one unit more, and one less.</summary>
sealed class ConstantBoundary : ConstantOperator
{
    public override string Code => "CBB";

    protected override IEnumerable<(object? Value, string Needs)> Values(ConstantPart part, IQueryElement element, Site site)
    {
        var comparison = element as SqlPredicate.ExprExpr;
        var relation = comparison is null ? (Operator?)null : ReferenceEquals(part.Beside, comparison.Expr1) ? comparison.Operator : SqlPredicate.ExprExpr.SwapOperator(comparison.Operator);
        foreach (var units in new[] { 1, -1 })
        {
            // Of whole numbers x >= 6 is x > 5, which is a change of the comparison already.
            if (part.IsWhole && relation is Operator.GreaterOrEqual or Operator.Less && units > 0 || part.IsWhole && relation is Operator.Greater or Operator.LessOrEqual && units < 0)
                continue;
            var other = Numbers.Shift(part.Value, part.Type, units);
            var hit = relation is Operator.GreaterOrEqual or Operator.Less ? (units > 0 ? part.Value : other) : (units > 0 ? other : part.Value);
            yield return (other, other is null || comparison is null || part.Beside is null ? $"a row in whose result {site.Level.Text(element)} counts"
                : Relations.Row(site, part.Beside, "exactly", new SqlValue(part.Type, hit)));
        }
    }
}
