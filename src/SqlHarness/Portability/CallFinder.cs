using System.Linq.Expressions;

namespace SqlHarness.Portability;

/// <summary>Tells whether an expression calls a method of some kind.</summary>
sealed class CallFinder : ExpressionVisitor
{
    readonly Func<MethodCallExpression, bool> _wanted;
    readonly bool _intoVariables;
    bool _found;

    CallFinder(Func<MethodCallExpression, bool> wanted, bool intoVariables) => (_wanted, _intoVariables) = (wanted, intoVariables);

    /// <param name="expression">Where to look.</param>
    /// <param name="wanted">The kind of call.</param>
    /// <param name="intoVariables">Whether to look into queries that the expression holds in variables, too.</param>
    public static bool In(Expression expression, Func<MethodCallExpression, bool> wanted, bool intoVariables)
    {
        var finder = new CallFinder(wanted, intoVariables);
        finder.Visit(expression);
        return finder._found;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (_intoVariables && typeof(IQueryable).IsAssignableFrom(node.Type) && CapturedQuery.Of(node) is { } query)
            Visit(query.Expression);
        return base.VisitMember(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        _found |= _wanted(node);
        return base.VisitMethodCall(node);
    }
}
