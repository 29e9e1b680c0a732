using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using LinqToDB.Interceptors;

namespace SqlHarness.Portability;

/// <summary>
/// Turns named steps into CTEs, puts a sub-query where linq2db needs one (behind window columns that are filtered, joined or grouped, and behind groups that are ordered),
/// has each ordering say where NULL stands, and members of .NET what they mean everywhere, or be refused.
/// </summary>
sealed class StepInterceptor : ExpressionVisitor, IQueryExpressionInterceptor
{
    public static readonly StepInterceptor Instance = new(refusesTraps: true);

    // Inside Portable.Native.
    static readonly StepInterceptor Trusting = new(refusesTraps: false);

    static readonly MethodInfo Cte = new Func<IQueryable<object>, string?, IQueryable<object>>(LinqExtensions.AsCte).Method.GetGenericMethodDefinition();
    static readonly MethodInfo SubQuery = new Func<IQueryable<object>, IQueryable<object>>(LinqExtensions.AsSubQuery).Method.GetGenericMethodDefinition();

    // SQL has no window function in WHERE, ON or GROUP BY. ORDER BY may have one, but a condition behind it would have it too.
    static readonly HashSet<string> Consumers = ["Where", "GroupBy", "SelectMany", "Join", "GroupJoin", "InnerJoin", "LeftJoin", "OrderBy", "OrderByDescending"];

    // The same with a condition of their own.
    static readonly HashSet<string> Conditions = ["Any", "All", "Count", "LongCount", "First", "FirstOrDefault", "Single", "SingleOrDefault"];

    readonly bool _refusesTraps;

    StepInterceptor(bool refusesTraps) => _refusesTraps = refusesTraps;

    public Expression ProcessExpression(Expression expression, QueryExpressionArgs args) =>
        args.Kind is QueryExpressionArgs.ExpressionKind.Query or QueryExpressionArgs.ExpressionKind.ExposedQuery ? WholeDivision.In(NullMarks.In(Visit(expression)), args.DataContext.MappingSchema) : expression;

    // A query in a variable: linq2db looks into it later than it asks us, and would meet the step itself.
    protected override Expression VisitMember(MemberExpression node) =>
        typeof(IQueryable).IsAssignableFrom(node.Type) && CapturedQuery.Of(node) is { } query && HasStep(query.Expression) ? Visit(query.Expression) : Portably(node, base.VisitMember(node));

    protected override Expression VisitBinary(BinaryExpression node)
    {
        var visited = Portably(node, base.VisitBinary(node));
        // Where a step before has set the value to NULL, linq2db 6.5.1 takes the answer for unknown, and C# for true.
        return visited is BinaryExpression { NodeType: ExpressionType.NotEqual, Left: MemberExpression { Type: var type } truth, Right: var right } && type == typeof(bool?) && Known(right) is { } known
            ? Expression.OrElse(Expression.Equal(truth, Expression.Constant(null, type)), Expression.Equal(truth, Expression.Convert(Expression.Constant(!known), type))) : visited;
    }

    // Of a value that a step before has set to NULL, linq2db 6.5.1 takes a comparison for unknown, and so its contrary for false; in C# the contrary is true.
    protected override Expression VisitUnary(UnaryExpression node) =>
        base.VisitUnary(node) is UnaryExpression { NodeType: ExpressionType.Not, Operand: BinaryExpression { IsLifted: true } comparison } && Contrary(comparison.NodeType) is { } contrary
        && FreeParameters.In(comparison)
            ? Expression.OrElse(Missing(comparison.Left, comparison.Right), Expression.MakeBinary(contrary, comparison.Left, comparison.Right)) : base.VisitUnary(node);

    static ExpressionType? Contrary(ExpressionType comparison) => comparison switch
    {
        ExpressionType.LessThan => ExpressionType.GreaterThanOrEqual,
        ExpressionType.LessThanOrEqual => ExpressionType.GreaterThan,
        ExpressionType.GreaterThan => ExpressionType.LessThanOrEqual,
        ExpressionType.GreaterThanOrEqual => ExpressionType.LessThan,
        _ => null,
    };

    // What is only made nullable is never NULL.
    static Expression Missing(params Expression[] values) =>
        values.Where(v => v is not UnaryExpression { NodeType: ExpressionType.Convert, Operand.Type.IsValueType: true, Operand: var inner } || Nullable.GetUnderlyingType(inner.Type) is not null)
            .Where(v => v is not ConstantExpression { Value: not null })
            .Select(v => (Expression)Expression.Equal(v, Expression.Constant(null, v.Type))).Aggregate(Expression.OrElse);

    // A value over a row, in the portable functions that mean it.
    Expression Portably(Expression node, Expression visited)
    {
        if (!_refusesTraps)
            return visited;
        var meant = PortableMembers.In(visited);
        if (ReferenceEquals(meant, visited))
            Traps.Refuse(node);
        return meant;
    }

    static bool? Known(Expression expression) => expression switch
    {
        ConstantExpression { Value: bool value } => value,
        UnaryExpression { NodeType: ExpressionType.Convert, Operand: ConstantExpression { Value: bool value } } => value,
        _ => null,
    };

    protected override Expression VisitMethodCall(MethodCallExpression node)
    {
        if (OperatorCall.Is(node))
            return Visit(OperatorCall.Expand(node));
        if (node.Method.DeclaringType == typeof(Portable) && node.Method.Name == nameof(Portable.Native))
            return node.Update(null, [Trusting.Visit(node.Arguments[0])]);
        TotalOrder.Require(node);
        ConstantGroups.Refuse(node);
        if (WindowExtensions.IsLegacy(node))
            throw new LinqToDBException($"Sql.Ext.{node.Method.Name} of a {node.Method.GetGenericArguments()[0].Name} is never NULL to linq2db: use Sql.Window.{node.Method.Name}Value.");
        var call = (MethodCallExpression)base.VisitMethodCall(node);
        if (call.Method.DeclaringType == typeof(StepExtensions))
        {
            // A CTE stands before the whole query and cannot see an outer row; a sub-query can.
            return FreeParameters.In(call.Arguments[0])
                ? Expression.Call(SubQuery.MakeGenericMethod(call.Method.GetGenericArguments()), call.Arguments[0])
                : Expression.Call(Cte.MakeGenericMethod(call.Method.GetGenericArguments()), call.Arguments);
        }

        if (call.Object == null)
            call = call.Update(null, [.. call.Arguments.Select((argument, i) => NeedsSubQuery(call, i) ? Behind(argument) : Orderings.InGroup(call, argument))]);
        // Read further, a DISTINCT of what is computed from a set operation or from groups gets their own columns too in linq2db 6.5.1, and is none any more; behind a step it does not. (Of groups
        // no small query shows it; the random queries do.)
        if (call.Method.Name == nameof(Queryable.Distinct) && (IsCombined(call.Arguments[0]) ? "combined_rows" : IsGrouped(call.Arguments[0]) ? "grouped_rows" : null) is { } name && !FreeParameters.In(call.Arguments[0]))
            call = call.Update(null, [Expression.Call(Cte.MakeGenericMethod(call.Method.GetGenericArguments()), call.Arguments[0], Expression.Constant(name))]);
        return Portably(node, Orderings.WithPosition(call));
    }

    static bool IsCombined(Expression source) => source is MethodCallExpression { Arguments: [var inner, ..] } call && typeof(IQueryable).IsAssignableFrom(call.Type)
        && (call.Method.Name is "Concat" or "Union" or "UnionAll" or "Except" or "ExceptAll" or "Intersect" or "IntersectAll" || call.Method.Name is "Select" or "Where" && IsCombined(inner));

    static MethodCallExpression Behind(Expression source) => Expression.Call(SubQuery.MakeGenericMethod(source.Type.GetGenericArguments()[0]), source);

    // linq2db 6.5.1 drops ORDER BY without a word behind a GROUP BY over a CTE that is referenced twice, and loses the columns that a query in SELECT or WHERE compares with a group's;
    // a sub-query between them keeps both.
    static bool NeedsSubQuery(MethodCallExpression call, int argument) => argument switch
    {
        0 => Consumes(call) && HasWindow(call.Arguments[0])
            || IsGrouped(call.Arguments[0]) && (call.Method.Name is "OrderBy" or "OrderByDescending" || call.Method.Name is "Select" or "Where" && HasQuery(call.Arguments[1])),
        // The other side of a join.
        1 => Consumers.Contains(call.Method.Name) && HasWindow(call.Arguments[1]),
        _ => false,
    };

    static bool Consumes(MethodCallExpression call) => Consumers.Contains(call.Method.Name)
        || Conditions.Contains(call.Method.Name) && call.Arguments.Count == 2
        || call.Method.Name == "Select" && HasWindowCall(call.Arguments[1]);

    static bool IsGrouped(Expression source) => source is MethodCallExpression { Method.Name: var name, Arguments: [var inner, ..] }
        && (name == "GroupBy" && typeof(IQueryable).IsAssignableFrom(source.Type) || name is "Select" or "Where" && IsGrouped(inner));

    static bool HasWindow(Expression source) => source is MethodCallExpression { Arguments: [var inner, var argument, ..] } call && typeof(IQueryable).IsAssignableFrom(call.Type)
        && (call.Method.Name == "Select" && HasWindowCall(argument) || call.Method.Name is "Select" or "Take" or "Skip" && HasWindow(inner));

    static bool HasWindowCall(Expression expression) =>
        CallFinder.In(expression, call => call.Method.DeclaringType == typeof(WindowFunctionBuilder) || call.Method.DeclaringType == typeof(WindowExtensions), intoVariables: false);

    // Behind its own lambda's groups (g.Count()) there is no query.
    static bool HasQuery(Expression expression) =>
        CallFinder.In(expression, call => call.Arguments.Count > 0 && typeof(IQueryable).IsAssignableFrom(call.Arguments[0].Type), intoVariables: false);

    static bool HasStep(Expression expression) => CallFinder.In(expression, call => call.Method.DeclaringType == typeof(StepExtensions), intoVariables: true);
}
