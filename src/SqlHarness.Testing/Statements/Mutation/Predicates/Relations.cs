using LinqToDB.Internal.SqlQuery;
using Operator = LinqToDB.Internal.SqlQuery.SqlPredicate.Operator;

namespace SqlHarness.Testing.Statements.Mutation.Predicates;

/// <summary>What comparisons say of less, equal and greater.</summary>
static class Relations
{
    static readonly Dictionary<Operator, (bool Less, bool Equal, bool Greater)> Truths = new()
    {
        [Operator.Equal] = (false, true, false), [Operator.NotEqual] = (true, false, true), [Operator.Less] = (true, false, false),
        [Operator.LessOrEqual] = (true, true, false), [Operator.Greater] = (false, false, true), [Operator.GreaterOrEqual] = (false, true, true),
    };

    /// <summary>Whether it is one of the six comparisons.</summary>
    public static bool Has(Operator relation) => Truths.ContainsKey(relation);

    /// <summary>Whether two comparisons agree of equal and of greater.</summary>
    public static bool DifferOnlyBelow(Operator one, Operator other) => Truths[one].Equal == Truths[other].Equal && Truths[one].Greater == Truths[other].Greater;

    /// <summary>The comparisons that a mistake most often makes of one: its boundary, its near relatives, the opposite.</summary>
    public static IReadOnlyList<Operator> Beside(Operator relation) => relation switch
    {
        Operator.Equal => [Operator.LessOrEqual, Operator.GreaterOrEqual, Operator.NotEqual],
        Operator.NotEqual => [Operator.Less, Operator.Greater, Operator.Equal],
        Operator.Less => [Operator.LessOrEqual, Operator.NotEqual, Operator.GreaterOrEqual],
        Operator.LessOrEqual => [Operator.Less, Operator.Equal, Operator.Greater],
        Operator.Greater => [Operator.GreaterOrEqual, Operator.NotEqual, Operator.LessOrEqual],
        Operator.GreaterOrEqual => [Operator.Greater, Operator.Equal, Operator.Less],
        _ => [],
    };

    /// <summary>The comparison that differs from one at equality alone.</summary>
    public static Operator Boundary(Operator relation) => relation switch
    {
        Operator.Less => Operator.LessOrEqual,
        Operator.LessOrEqual => Operator.Less,
        Operator.Greater => Operator.GreaterOrEqual,
        Operator.GreaterOrEqual => Operator.Greater,
        _ => relation,
    };

    /// <summary>A row for which two comparisons differ; null for the second stands for one that is always, or never, true.</summary>
    public static string Row(Site site, SqlPredicate.ExprExpr comparison, Operator? other, bool constant = false)
    {
        var (one, two) = (Truths[comparison.Operator], other is { } relation ? Truths[relation] : (constant, constant, constant));
        return (one.Less != two.Item1, one.Equal != two.Item2, one.Greater != two.Item3) switch
        {
            (true, true, true) => "any row",
            (true, true, false) => Row(site, comparison.Expr1, "at most", comparison.Expr2),
            (false, true, true) => Row(site, comparison.Expr1, "at least", comparison.Expr2),
            (true, false, true) => Row(site, comparison.Expr1, "other than", comparison.Expr2),
            (true, false, false) => Row(site, comparison.Expr1, "below", comparison.Expr2),
            (false, false, true) => Row(site, comparison.Expr1, "above", comparison.Expr2),
            _ => Row(site, comparison.Expr1, "exactly", comparison.Expr2),
        };
    }

    /// <summary>A row in which an expression has a relation to another.</summary>
    public static string Row(Site site, ISqlExpression expression, string relation, ISqlExpression to) => $"a row with {site.Level.Text(expression)} {relation} {site.Level.Text(to)}";
}
