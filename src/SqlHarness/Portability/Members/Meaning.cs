using System.Linq.Expressions;
using System.Reflection;

namespace SqlHarness.Portability;

/// <summary>A member of .NET and the portable function that means the same: <c>text.Contains(part)</c> and <c>Portable.Contains(text, part)</c>.</summary>
/// <param name="Member">The lambda of the member; its arguments are the lambda's parameters, or constants.</param>
/// <param name="Portable">The same with portable functions.</param>
sealed record Meaning(LambdaExpression Member, LambdaExpression Portable)
{
    /// <summary>The method, property or operator.</summary>
    public MemberInfo Key { get; } = KeyOf(Member.Body)!;

    /// <summary>Which member an expression is of; null for none.</summary>
    public static MemberInfo? KeyOf(Expression expression) => expression switch
    {
        MethodCallExpression call => call.Method,
        MemberExpression member => member.Member,
        BinaryExpression { Method: { } method } => method,
        _ => null,
    };

    /// <summary>The expression in portable functions; null where it is not this member, or one of its arguments is another constant.</summary>
    public Expression? Of(Expression expression)
    {
        var (given, wanted) = (Parts(expression), Parts(Member.Body));
        var values = new Dictionary<ParameterExpression, Expression>();
        foreach (var (part, pattern) in given.Zip(wanted))
        {
            if (part.Type != pattern.Type)
                return null;
            if (pattern is ParameterExpression parameter)
                values.Add(Portable.Parameters[Member.Parameters.IndexOf(parameter)], part);
            else if (part is not ConstantExpression constant || !Equals(constant.Value, ((ConstantExpression)pattern).Value))
                return null;
        }

        return new Filled(values).Visit(Portable.Body);
    }

    static Expression[] Parts(Expression expression) => expression switch
    {
        MethodCallExpression { Object: { } instance } call => [instance, .. call.Arguments],
        MethodCallExpression call => [.. call.Arguments],
        MemberExpression { Expression: { } instance } => [instance],
        BinaryExpression binary => [binary.Left, binary.Right],
        _ => [],
    };

    sealed class Filled(Dictionary<ParameterExpression, Expression> values) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => values.GetValueOrDefault(node, node);
    }
}
