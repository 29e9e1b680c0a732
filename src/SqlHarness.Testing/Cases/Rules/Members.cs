using System.Linq.Expressions;

namespace SqlHarness.Testing.Cases.Rules;

/// <summary>The properties that a selector names.</summary>
static class Members
{
    /// <summary>One property.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static string One(LambdaExpression selector) => Of(selector) is [var one] ? one : throw Refusal(selector);

    /// <summary>One property, or those of an anonymous type.</summary>
    /// <exception cref="ArgumentException">It is something else.</exception>
    public static IReadOnlyList<string> Of(LambdaExpression selector)
    {
        var body = Bare(selector.Body);
        return body is NewExpression { Members: not null } made ? [.. made.Arguments.Select(a => Name(a, selector))] : [Name(body, selector)];
    }

    static string Name(Expression expression, LambdaExpression selector) =>
        Bare(expression) is MemberExpression member && member.Expression == selector.Parameters[0] ? member.Member.Name : throw Refusal(selector);

    static Expression Bare(Expression expression) => expression is UnaryExpression { NodeType: ExpressionType.Convert } boxed ? boxed.Operand : expression;

    static ArgumentException Refusal(LambdaExpression selector) => new($"A column is a property (r => r.Id), or several (r => new {{ r.A, r.B }}), but not {selector}.");
}
