using System.Linq.Expressions;

namespace SqlHarness.Portability;

/// <summary>Finds the named steps of a query, also in the queries that it holds in variables.</summary>
sealed class StepFinder : ExpressionVisitor
{
    readonly IQueryProvider _provider;
    readonly List<NamedStep> _found = [];
    readonly HashSet<IQueryable> _entered = [];

    StepFinder(IQueryProvider provider) => _provider = provider;

    public static IReadOnlyList<NamedStep> In(IQueryable query)
    {
        var finder = new StepFinder(query.Provider);
        finder.Visit(query.Expression);
        return finder._found;
    }

    protected override Expression VisitMember(MemberExpression node)
    {
        if (typeof(IQueryable).IsAssignableFrom(node.Type) && CapturedQuery.Of(node) is { } query && _entered.Add(query))
            Visit(query.Expression);
        return base.VisitMember(node);
    }

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (OperatorCall.Is(node))
            return Visit(OperatorCall.Expand(node));
        var call = base.VisitMethodCall(node);
        // What it reads was visited before it, and so stands before it.
        if (node.Method.DeclaringType == typeof(StepExtensions) && node.Arguments[1] is ConstantExpression { Value: string name } && !FreeParameters.In(node) && _found.TrueForAll(s => s.Name != name))
            _found.Add(new(name, _provider.CreateQuery(node)));
        return call;
    }
}
