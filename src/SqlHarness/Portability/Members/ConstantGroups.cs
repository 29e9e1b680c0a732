using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;

namespace SqlHarness.Portability;

/// <summary>Refuses groups by what is the same for every row. linq2db drops such a GROUP BY, and no rows then make one group where C# has none.</summary>
static class ConstantGroups
{
    static readonly HashSet<string> PassOn = ["Where", "OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Take", "Skip", "Distinct", "AsStep", "AsCte", "AsSubQuery"];

    /// <exception cref="LinqToDBException">The call groups so.</exception>
    public static void Refuse(MethodCallExpression call)
    {
        if (call.Method.Name == nameof(Queryable.GroupBy) && call.Method.DeclaringType == typeof(Queryable)
            && call.Arguments[1] is UnaryExpression { Operand: LambdaExpression key } && IsConstant(key.Body, key.Parameters[0], call.Arguments[0]))
        {
            throw new LinqToDBException($"GroupBy({key}) groups by a constant, which is no grouping in SQL: of no rows it makes one group, where C# makes none. "
                + "Group by a column; where one row of no rows is what you want, say so: GroupBy(x => Portable.Native(1)).");
        }
    }

    static bool IsConstant(Expression key, ParameterExpression row, Expression source) => key switch
    {
        NewExpression { Arguments.Count: > 0 } parts => parts.Arguments.All(a => IsConstant(a, row, source)),
        MemberInitExpression parts => parts.Bindings.OfType<MemberAssignment>().All(b => IsConstant(b.Expression, row, source)),
        UnaryExpression { NodeType: ExpressionType.Convert } converted => IsConstant(converted.Operand, row, source),
        MemberExpression { Expression: ParameterExpression of } member when of == row => IsConstant(member.Member, source),
        MethodCallExpression { Method.Name: nameof(Portable.Native) } => false,
        _ => !FreeParameters.In(key),
    };

    // A column that an earlier step has set to a constant.
    static bool IsConstant(MemberInfo member, Expression source)
    {
        while (source is MethodCallExpression { Arguments: [var inner, ..] } step && PassOn.Contains(step.Method.Name))
            source = inner;
        return source is MethodCallExpression { Method.Name: "Select", Arguments: [var rows, UnaryExpression { Operand: LambdaExpression { Parameters: [var row] } select }] }
            && Assigned(select.Body, member) is { } value && IsConstant(value, row, rows);
    }

    static Expression? Assigned(Expression body, MemberInfo member) => body switch
    {
        MemberInitExpression row => row.Bindings.OfType<MemberAssignment>().FirstOrDefault(b => b.Member.Name == member.Name)?.Expression,
        NewExpression { Members: { } members } row => members.Select((m, i) => (m, i)).Where(p => p.m.Name == member.Name).Select(p => row.Arguments[p.i]).FirstOrDefault(),
        _ => null,
    };
}
