using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using LinqToDB.Mapping;

namespace SqlHarness.Portability;

/// <summary>
/// Marks, in a query that has a CTE, what is ordered by and what is compared with NULL in mind, so that its translation can be asked whether it can be NULL
/// (see <see cref="StepNulls"/>).
/// Without a mark linq2db 6.5.1 makes <c>WHERE 1 = 0</c> of the question which rows of an outer join have no partner in a CTE.
/// </summary>
sealed class NullMarks : ExpressionVisitor
{
    static readonly MethodInfo Mark = new Func<object, object>(Marked).Method.GetGenericMethodDefinition();

    static readonly HashSet<ExpressionType> Comparisons =
    [
        ExpressionType.Equal, ExpressionType.NotEqual, ExpressionType.LessThan, ExpressionType.LessThanOrEqual, ExpressionType.GreaterThan, ExpressionType.GreaterThanOrEqual,
    ];

    NullMarks() { }

    /// <summary>The query with its marks; the same query if it has no CTE.</summary>
    public static Expression In(Expression query) =>
        CallFinder.In(query, call => call.Method.DeclaringType == typeof(LinqExtensions) && call.Method.Name == nameof(LinqExtensions.AsCte), intoVariables: true)
            ? new NullMarks().Visit(query) : query;

    /// <summary>The value.</summary>
    public static T Marked<T>(T value) => value;

    protected override Expression VisitBinary(BinaryExpression node)
    {
        var visited = (BinaryExpression)base.VisitBinary(node);
        return Comparisons.Contains(node.NodeType) ? visited.Update(Compared(visited.Left), visited.Conversion, Compared(visited.Right))
            : node.NodeType == ExpressionType.Coalesce ? visited.Update(Compared(visited.Left), visited.Conversion, visited.Right)
            : visited;
    }

    protected override Expression VisitMember(MemberExpression node) =>
        node is { Member.Name: nameof(Nullable<>.HasValue), Expression: { } value } && Nullable.GetUnderlyingType(value.Type) != null
        ? node.Update(Compared(Visit(value))) : base.VisitMember(node);

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        var call = (MethodCallExpression)base.VisitMethodCall(node);
        return call.Method.DeclaringType == typeof(LinqExtensions) && Orderings.IsOrdering(call.Method.Name)
            && call.Arguments[1] is UnaryExpression { Operand: LambdaExpression key }
            && MappingSchema.Default.IsScalarType(key.ReturnType)
            ? call.Update(null, [call.Arguments[0], Expression.Lambda(key.Type, Of(key.Body), key.Parameters), .. call.Arguments.Skip(2)]) : call;
    }

    static Expression Compared(Expression value) => Nullable.GetUnderlyingType(value.Type) != null || value.Type == typeof(string) ? Of(value) : value;

    static Expression Of(Expression value) => FreeParameters.In(value) ? Expression.Call(Mark.MakeGenericMethod(value.Type), value) : value;
}
