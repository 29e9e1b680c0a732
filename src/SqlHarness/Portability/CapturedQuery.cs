using System.Linq.Expressions;
using System.Reflection;

namespace SqlHarness.Portability;

/// <summary>The query that a lambda captured in a variable, a field or a property.</summary>
static class CapturedQuery
{
    /// <summary>The query; null where the member belongs to a row, or holds none.</summary>
    public static IQueryable? Of(MemberExpression member) => IsCaptured(member) ? Value(member) as IQueryable : null;

    static bool IsCaptured(Expression? expression) => expression is null or ConstantExpression || expression is MemberExpression member && IsCaptured(member.Expression);

    static object? Value(Expression? expression) => expression switch
    {
        ConstantExpression constant => constant.Value,
        MemberExpression { Member: FieldInfo field } member when field.IsStatic || Value(member.Expression) is not null => field.GetValue(Value(member.Expression)),
        MemberExpression { Member: PropertyInfo property } member when property.GetMethod!.IsStatic || Value(member.Expression) is not null => property.GetValue(Value(member.Expression)),
        _ => null,
    };
}
