using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;

namespace SqlHarness.Portability;

/// <summary>
/// An operator of ours that stands inside a lambda (<c>users.Select(u => events.Where(e => e.User == u.Id).WithPrevious(…).Count())</c>) is never called by C#:
/// it is a node of the tree. Here it is called, with a stand-in for its source, and what it builds takes the node's place.
/// </summary>
static class OperatorCall
{
    public static bool Is(MethodCallExpression call) =>
        call.Method.DeclaringType is { } type && type.Assembly == typeof(OperatorCall).Assembly && type != typeof(StepExtensions)
        && call.Arguments.Count > 0 && typeof(IQueryable).IsAssignableFrom(call.Type) && typeof(IQueryable).IsAssignableFrom(call.Arguments[0].Type);

    public static Expression Expand(MethodCallExpression call)
    {
        var arguments = call.Arguments.Select(Argument).ToArray();
        return ((IQueryable)call.Method.Invoke(null, BindingFlags.DoNotWrapExceptions, null, arguments, null)!).Expression;
    }

    static object? Argument(Expression argument)
    {
        if (typeof(IQueryable).IsAssignableFrom(argument.Type))
            return Activator.CreateInstance(typeof(StandIn<>).MakeGenericType(Row(argument.Type)), argument);
        if (argument is UnaryExpression { NodeType: ExpressionType.Quote } quote)
            return quote.Operand;
        try
        {
            return Expression.Lambda(argument).Compile(preferInterpretation: true).DynamicInvoke();
        }
        catch (InvalidOperationException e)
        {
            throw new LinqToDBException($"An operator's options cannot depend on the row of an outer query: {argument}.", e);
        }
    }

    static Type Row(Type query) => query.GetInterfaces().Append(query).First(i => i.IsGenericType && i.GetGenericTypeDefinition() == typeof(IQueryable<>)).GetGenericArguments()[0];
}
