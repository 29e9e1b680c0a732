using System.Linq.Expressions;

namespace SqlHarness.Portability;

/// <summary>Tells whether an expression uses a lambda's parameter that it does not declare itself: a sub-query that depends on the outer query's row.</summary>
sealed class FreeParameters : ExpressionVisitor
{
    readonly HashSet<ParameterExpression> _declared = [];
    bool _found;

    public static bool In(Expression expression)
    {
        var visitor = new FreeParameters();
        visitor.Visit(expression);
        return visitor._found;
    }

    protected override Expression VisitLambda<T>(Expression<T> node)
    {
        _declared.UnionWith(node.Parameters);
        return base.VisitLambda(node);
    }

    protected override Expression VisitParameter(ParameterExpression node)
    {
        _found |= !_declared.Contains(node);
        return node;
    }
}
