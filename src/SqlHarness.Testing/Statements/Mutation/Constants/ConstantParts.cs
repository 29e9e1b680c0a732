using LinqToDB;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Constants;

/// <summary>Finds the constants that an element uses directly, whether they are in the statement or captured from C#.</summary>
static class ConstantParts
{
    /// <summary>The constants of an element, each with what it is compared or computed with.</summary>
    public static IEnumerable<ConstantPart> Of(IQueryElement element, Site site)
    {
        ISqlExpression[] parts = element switch
        {
            SqlPredicate.ExprExpr comparison => [comparison.Expr1, comparison.Expr2],
            SqlPredicate.IsDistinct comparison => [comparison.Expr1, comparison.Expr2],
            SqlPredicate.Between between => [between.Expr1, between.Expr2, between.Expr3],
            SqlBinaryExpression binary => [binary.Expr1, binary.Expr2],
            SqlTemporalArithmeticExpression shift => [shift.Temporal, shift.Interval],
            SqlConditionExpression condition when !site.Level.IsCounted(site) => [condition.TrueValue, condition.FalseValue],
            SqlCaseExpression choice => [.. choice.Cases.Select(c => c.ResultExpression), .. choice.ElseExpression is { } other ? [other] : Array.Empty<ISqlExpression>()],
            // Of a text without places for its parameters it is not known what they do.
            SqlExpression { Expr: var text, Parameters: var parameters } when text.Contains("{0}", StringComparison.Ordinal) => parameters,
            SqlFunction { Parameters: var parameters } => parameters,
            SqlValue or SqlParameter when site.IsRoot && site.Clauses.SetEquals([Clause.Select]) => [(ISqlExpression)element],
            _ => [],
        };
        foreach (var node in parts.Select(Literals.Bare))
        {
            if (site.Level.Statement.Value(node) is { } value)
                yield return new(node, value, TypeOf(node), parts.FirstOrDefault(p => !ReferenceEquals(Literals.Bare(p), node)));
        }
    }

    /// <summary>The type of a constant.</summary>
    public static DbDataType TypeOf(ISqlExpression constant) => constant is SqlValue value ? value.ValueType : ((SqlParameter)constant).Type;
}
