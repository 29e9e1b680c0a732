using System.Linq.Expressions;
using System.Reflection;
using System.Runtime.CompilerServices;
using LinqToDB;
using SqlHarness.Tables;

namespace SqlHarness.Portability;

/// <summary>
/// Splices a caller's selectors into a query: <c>user.Of(e)</c> in a template becomes the selector's body. Composite keys are taken apart where SQL wants columns:
/// in PARTITION BY, in ORDER BY, in <see cref="SameKey"/> and <see cref="IsKnown"/>.
/// </summary>
static class Template
{
    /// <summary>Stands for the selector's body, applied to a row.</summary>
    public static TResult Of<TRow, TResult>(this Expression<Func<TRow, TResult>> selector, TRow row) => throw new ServerSideOnlyException(nameof(Of));

    /// <summary>SQL equality of two keys, part by part: a NULL part matches nothing.</summary>
    public static bool SameKey<TKey>(TKey left, TKey right) => throw new ServerSideOnlyException(nameof(SameKey));

    /// <summary>Whether no part of a key is NULL; nothing is asked of parts that cannot be.</summary>
    public static bool IsKnown<TKey>(TKey key) => throw new ServerSideOnlyException(nameof(IsKnown));

    /// <summary>Whether two keys differ in some part, NULL counting as a value.</summary>
    public static bool Changed<TKey>(TKey left, TKey right) => throw new ServerSideOnlyException(nameof(Changed));

    /// <summary>The template with all selectors spliced in.</summary>
    public static Expression<TDelegate> Expand<TDelegate>(Expression<TDelegate> template) => (Expression<TDelegate>)new Expander().Visit(template);

    sealed class Expander : ExpressionVisitor
    {
        protected override Expression VisitMethodCall(MethodCallExpression node) => node.Method switch
        {
            { Name: nameof(Of) } m when m.DeclaringType == typeof(Template) => Splice((LambdaExpression)Evaluate(node.Arguments[0])!, Visit(node.Arguments[1])),
            { Name: nameof(SameKey) } m when m.DeclaringType == typeof(Template) =>
                Parts(Visit(node.Arguments[0])).Zip(Parts(Visit(node.Arguments[1])), SqlEquals).Aggregate<Expression>(Expression.AndAlso),
            { Name: nameof(Changed) } m when m.DeclaringType == typeof(Template) =>
                Parts(Visit(node.Arguments[0])).Zip(Parts(Visit(node.Arguments[1])), Expression.NotEqual).Aggregate<Expression>(Expression.OrElse),
            { Name: nameof(IsKnown) } m when m.DeclaringType == typeof(Template) =>
                Parts(Visit(node.Arguments[0])).Where(CanBeNull).Select(p => (Expression)Expression.NotEqual(p, Expression.Constant(null, p.Type)))
                    .DefaultIfEmpty(Expression.Constant(true)).Aggregate<Expression>(Expression.AndAlso),
            { Name: "PartitionBy" } when node.Arguments is [NewArrayExpression keys] => node.Update(Visit(node.Object), [Expression.NewArrayInit(typeof(object),
                keys.Expressions.SelectMany(k => Parts(Visit(k))).Select(Boxed))]),
            { Name: "OrderBy" or "ThenBy" or "OrderByDesc" or "ThenByDesc" } m when m.DeclaringType!.DeclaringType == typeof(WindowFunctionBuilder) && node.Arguments.Count == 1 =>
                OrderBy(m, Visit(node.Object)!, [.. Parts(Visit(node.Arguments[0]))]),
            _ => base.VisitMethodCall(node),
        };

        // new { … }.Member, after splicing, is the member's own expression.
        protected override Expression VisitMember(MemberExpression node)
        {
            var visited = base.VisitMember(node);
            return visited is MemberExpression { Expression: NewExpression { Members: { } members } made } access && members.IndexOf(access.Member) is >= 0 and var i
                ? made.Arguments[i]
                : visited;
        }

        protected override Expression VisitConditional(ConditionalExpression node) =>
            Visit(node.Test) is ConstantExpression { Value: true } ? Visit(node.IfTrue) : base.VisitConditional(node);

        Expression Splice(LambdaExpression selector, Expression row) => Visit(new Replacer(selector.Parameters[0], row).Visit(selector.Body));

        static Expression OrderBy(MethodInfo first, Expression window, Expression[] parts)
        {
            var ordered = (Expression)Expression.Call(window, first, Boxed(parts[0]));
            foreach (var part in parts.Skip(1))
                ordered = Expression.Call(ordered, ThenBy(ordered.Type, first.Name.EndsWith("Desc", StringComparison.Ordinal) ? "ThenByDesc" : "ThenBy"), Boxed(part));
            return ordered;
        }

        static MethodInfo ThenBy(Type type, string name) => type.GetInterfaces().Append(type).SelectMany(i => i.GetMethods()).First(m => m.Name == name && m.GetParameters().Length == 1);

        static MethodCallExpression SqlEquals(Expression left, Expression right) =>
            Expression.Call(typeof(SqlEquality), nameof(SqlEquality.Matches), [left.Type], left, right);

        static bool CanBeNull(Expression part) => !part.Type.IsValueType || Nullable.GetUnderlyingType(part.Type) != null;

        static UnaryExpression Boxed(Expression part) => Expression.Convert(part, typeof(object));

        static IEnumerable<Expression> Parts(Expression key)
        {
            if (key is UnaryExpression { NodeType: ExpressionType.Convert } boxed && key.Type == typeof(object))
                key = boxed.Operand;
            return key switch
            {
                NewExpression { Members: not null } made => made.Arguments.SelectMany(Parts),
                _ when KeyParts.IsScalar(key.Type) => [key],
                _ when key.Type.IsDefined(typeof(CompilerGeneratedAttribute)) => key.Type.GetProperties().SelectMany(p => Parts(Expression.Property(key, p))),
                _ => throw new ArgumentException($"A key must be a column or an anonymous type of columns (e => new {{ e.A, e.B }}), but is a {key.Type.Name}."),
            };
        }

        static object? Evaluate(Expression expression) => expression switch
        {
            ConstantExpression constant => constant.Value,
            MemberExpression { Member: FieldInfo field } access => field.GetValue(access.Expression is null ? null : Evaluate(access.Expression)),
            UnaryExpression { NodeType: ExpressionType.Quote } quote => quote.Operand,
            _ => throw new InvalidOperationException($"A template splices selectors from variables only, not from {expression}."),
        };
    }

    sealed class Replacer(ParameterExpression parameter, Expression replacement) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == parameter ? replacement : node;
    }
}
