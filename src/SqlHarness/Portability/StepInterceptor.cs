using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using LinqToDB.Interceptors;

namespace SqlHarness.Portability;

/// <summary>Turns named steps into CTEs, and puts a sub-query behind a projection with window columns before something filters or joins it.</summary>
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
        var call = (MethodCallExpression)base.VisitMethodCall(node);
        if (call.Method.DeclaringType == typeof(StepExtensions))
            return Expression.Call(Cte.MakeGenericMethod(call.Method.GetGenericArguments()), call.Arguments);
        if (call.Object == null && call.Arguments.Count > 0 && Consumers.Contains(call.Method.Name) && HasWindow(call.Arguments[0]))
        {
            var behind = Expression.Call(SubQuery.MakeGenericMethod(call.Arguments[0].Type.GetGenericArguments()[0]), call.Arguments[0]);
            return call.Update(null, [behind, .. call.Arguments.Skip(1)]);
        }

        return call;
    }

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
