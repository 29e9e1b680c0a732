using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using LinqToDB.Interceptors;

namespace SqlHarness.Portability;

/// <summary>Turns named steps into CTEs, and puts a sub-query where linq2db needs one: behind window columns that are filtered or joined, and behind groups that are ordered.</summary>
sealed class StepInterceptor : ExpressionVisitor, IQueryExpressionInterceptor
{
    public static readonly StepInterceptor Instance = new();

    static readonly MethodInfo Cte = new Func<IQueryable<object>, string?, IQueryable<object>>(LinqExtensions.AsCte).Method.GetGenericMethodDefinition();
    static readonly MethodInfo SubQuery = new Func<IQueryable<object>, IQueryable<object>>(LinqExtensions.AsSubQuery).Method.GetGenericMethodDefinition();

    // SQL has no window function in WHERE, ON or GROUP BY.
    static readonly HashSet<string> Consumers = ["Where", "Join", "GroupJoin", "SelectMany", "GroupBy", "LeftJoin", "InnerJoin", "OrderBy", "OrderByDescending"];

    StepInterceptor() { }

    public Expression ProcessExpression(Expression expression, QueryExpressionArgs args) =>
        args.Kind is QueryExpressionArgs.ExpressionKind.Query or QueryExpressionArgs.ExpressionKind.ExposedQuery ? Visit(expression) : expression;

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (OperatorCall.Is(node))
            return Visit(OperatorCall.Expand(node));
        var call = (MethodCallExpression)base.VisitMethodCall(node);
        if (call.Method.DeclaringType == typeof(StepExtensions))
        {
            // A CTE stands before the whole query and cannot see an outer row; a sub-query can.
            return FreeParameters.In(call.Arguments[0])
                ? Expression.Call(SubQuery.MakeGenericMethod(call.Method.GetGenericArguments()), call.Arguments[0])
                : Expression.Call(Cte.MakeGenericMethod(call.Method.GetGenericArguments()), call.Arguments);
        }

        if (call.Object == null && call.Arguments.Count > 0 && NeedsSubQuery(call))
        {
            var behind = Expression.Call(SubQuery.MakeGenericMethod(call.Arguments[0].Type.GetGenericArguments()[0]), call.Arguments[0]);
            return call.Update(null, [behind, .. call.Arguments.Skip(1)]);
        }

        return call;
    }

    // linq2db 6.5.1 drops ORDER BY without a word behind a GROUP BY over a CTE that is referenced twice; a sub-query between them keeps it.
    static bool NeedsSubQuery(MethodCallExpression call) => Consumers.Contains(call.Method.Name) && HasWindow(call.Arguments[0])
        || call.Method.Name is "OrderBy" or "OrderByDescending" && IsGrouped(call.Arguments[0]);

    static bool IsGrouped(Expression source) => source is MethodCallExpression { Method.Name: var name, Arguments: [var inner, ..] }
        && (name == "GroupBy" && typeof(IQueryable).IsAssignableFrom(source.Type) || name is "Select" or "Where" && IsGrouped(inner));

    static bool HasWindow(Expression source) =>
        source is MethodCallExpression { Method.Name: "Select" } select && typeof(IQueryable).IsAssignableFrom(select.Type) && WindowFinder.In(select.Arguments[1]);

    sealed class WindowFinder : ExpressionVisitor
    {
        bool _found;

        public static bool In(Expression expression)
        {
            var finder = new WindowFinder();
            finder.Visit(expression);
            return finder._found;
        }

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.DeclaringType == typeof(WindowFunctionBuilder) || node.Method.DeclaringType == typeof(WindowExtensions))
                _found = true;
            return base.VisitMethodCall(node);
        }
    }
}
