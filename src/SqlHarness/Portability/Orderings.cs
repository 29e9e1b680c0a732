using System.Linq.Expressions;
using System.Runtime.CompilerServices;
using LinqToDB;
using LinqToDB.Mapping;

namespace SqlHarness.Portability;

/// <summary>
/// Says with each ordering where NULL stands: it is the smallest value, first where ascending and last where descending, as in C#.
/// linq2db has a default only, and that is one position for both directions.
/// </summary>
static class Orderings
{
    /// <summary>The call, with a position if it is an ordering without one.</summary>
    /// <exception cref="LinqToDBException">It is MinBy or MaxBy of a key that can be NULL, for which linq2db takes no position.</exception>
    public static MethodCallExpression WithPosition(MethodCallExpression call)
    {
        if (call.Method.DeclaringType != typeof(Queryable))
            return call;
        if (call.Method.Name is "MinBy" or "MaxBy" && Nullable.GetUnderlyingType(call.Method.GetGenericArguments()[1]) != null)
            throw new LinqToDBException($"{call.Method.Name} of a key that can be NULL passes over NULL in C# but not on every engine: filter them, then take the key's Value.");
        return IsOrdering(call) ? Positioned(call, call.Arguments[0], call.Arguments[1]) : call;
    }

    /// <summary>An argument of a call that takes any sequence; an ordering inside a group (<c>g.OrderBy(…).First()</c>) gets its positions.</summary>
    public static Expression InGroup(MethodCallExpression call, Expression argument) =>
        call.Method.DeclaringType == typeof(Enumerable) && IsOrdering(call) ? argument : InGroup(argument);

    static Expression InGroup(Expression argument)
    {
        if (argument is not MethodCallExpression { Arguments: [_, LambdaExpression] } call || call.Method.DeclaringType != typeof(Enumerable) || !IsOrdering(call))
            return argument;
        var source = InGroup(call.Arguments[0]);
        if (ReferenceEquals(source, call.Arguments[0]))
        {
            if (!IsRowsOfGroup(source))
                return argument;
            source = Expression.Call(typeof(Queryable), nameof(Queryable.AsQueryable), [call.Method.GetGenericArguments()[0]], source);
        }
        return Positioned(call, source, call.Arguments[1]);
    }

    // With a comparer it has three arguments, and linq2db does not translate it.
    static bool IsOrdering(MethodCallExpression call) => call.Arguments.Count == 2 && IsOrdering(call.Method.Name);

    /// <summary>Whether a method orders, by its name.</summary>
    public static bool IsOrdering(string method) => method is "OrderBy" or "OrderByDescending" or "ThenBy" or "ThenByDescending";

    static MethodCallExpression Positioned(MethodCallExpression call, Expression source, Expression key) =>
        Expression.Call(typeof(LinqExtensions), call.Method.Name, call.Method.GetGenericArguments(), source, key is LambdaExpression ? Expression.Quote(key) : key,
            Expression.Constant(call.Method.Name.EndsWith("Descending", StringComparison.Ordinal) ? Sql.NullsPosition.Last : Sql.NullsPosition.First));

    // A group, the other side of a GroupJoin, an association. A list in the row's own column would be ordered by C#.
    static bool IsRowsOfGroup(Expression source) => source switch
    {
        MethodCallExpression { Object: null, Arguments: [var inner, ..] } => IsRowsOfGroup(inner),
        ParameterExpression => source.Type.IsGenericType && source.Type.GetGenericTypeDefinition() is var type && (type == typeof(IGrouping<,>) || type == typeof(IEnumerable<>)),
        MemberExpression { Member: var member } when FreeParameters.In(source) =>
            member.IsDefined(typeof(AssociationAttribute), true) || member.DeclaringType!.IsDefined(typeof(CompilerGeneratedAttribute), false),
        _ => false,
    };
}
