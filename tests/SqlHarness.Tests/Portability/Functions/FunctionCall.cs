using System.Linq.Expressions;
using System.Reflection;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Portability.Functions;

/// <summary>A portable function called with a row's columns, in several ways.</summary>
/// <param name="Name">How it is told apart from others.</param>
/// <param name="Lambda">From a <see cref="FunctionRow"/> to the function's value.</param>
public sealed record FunctionCall(string Name, LambdaExpression Lambda)
{
    static readonly ParameterExpression Row = Expression.Parameter(typeof(FunctionRow), "r");

    public override string ToString() => Name;

    /// <summary>Every function with every choice: over columns, with a constant, and over another function's value.</summary>
    public static IReadOnlyList<FunctionCall> All { get; } = [.. Spelling.Functions.SelectMany(Closed).SelectMany(f => Spelling.Choices(f).SelectMany(c => Calls(f, c)))];

    static IEnumerable<MethodInfo> Closed(MethodInfo function) =>
        function.IsGenericMethodDefinition ? new[] { typeof(long), typeof(double), typeof(decimal), typeof(DateTime) }.Select(t => function.MakeGenericMethod(t)) : [function];

    static IEnumerable<FunctionCall> Calls(MethodInfo function, object? choice)
    {
        var name = $"{function.Name}({string.Join(", ", function.GetParameters().Select(p => p.ParameterType.IsEnum ? choice!.ToString() : Plain(p.ParameterType).Name))})";
        foreach (var (way, argument) in new (string, Func<ParameterInfo, int, Expression>)[] { ("columns", Column), ("a constant", ConstantLast), ("nested", Nested) })
        {
            var place = 0;
            var arguments = function.GetParameters().Select(p => p.ParameterType.IsEnum ? Expression.Constant(choice) : IsDigits(p) ? Expression.Constant(2) : argument(p, place++));
            yield return new($"{name} of {way}", Expression.Lambda(Expression.Call(function, arguments), Row));
        }
    }

    // DuckDB rounds to a constant number of digits.
    static bool IsDigits(ParameterInfo parameter) => parameter.Name == "digits";

    static MemberExpression Column(ParameterInfo parameter, int place)
    {
        var column = Plain(parameter.ParameterType) switch
        {
            var t when t == typeof(string) => IsNullable(parameter) ? "MaybeText" : "Text",
            var t when t == typeof(int) => "Small",
            var t when t == typeof(long) => "Whole",
            var t when t == typeof(double) => "Real",
            var t when t == typeof(decimal) => "Exact",
            var t when t == typeof(DateTime) => "Time",
            var t => throw new NotSupportedException($"No column is of type {t}."),
        };
        return Expression.Property(Row, place % 2 == 0 ? column : column.Replace("Maybe", "OtherMaybe", StringComparison.Ordinal) is var other && other != column ? other : "Other" + column);
    }

    static Expression ConstantLast(ParameterInfo parameter, int place) => place == 0 ? Column(parameter, place) : Constant(parameter);

    static ConstantExpression Constant(ParameterInfo parameter) => Expression.Constant(Plain(parameter.ParameterType) switch
    {
        var t when t == typeof(string) => "b",
        var t when t == typeof(int) => 2,
        var t when t == typeof(long) => 7L,
        var t when t == typeof(double) => 2.5,
        var t when t == typeof(decimal) => 2.5m,
        _ => new DateTime(2024, 2, 29, 0, 0, 0, DateTimeKind.Utc),
    }, parameter.ParameterType);

    static Expression Nested(ParameterInfo parameter, int place)
    {
        var column = Column(parameter, place);
        return Plain(parameter.ParameterType) switch
        {
            var t when t == typeof(string) && IsNullable(parameter) => Expression.Call(typeof(Portable), nameof(Portable.Concat), null, column, Expression.Constant("b ")),
            var t when t == typeof(int) => Expression.Add(column, Expression.Constant(1)),
            var t when t == typeof(long) || t == typeof(decimal) || t == typeof(double) => Expression.Subtract(column, Constant(parameter)),
            var t when t == typeof(DateTime) => Expression.Call(typeof(Portable), nameof(Portable.AddMicroseconds), null, column, Expression.Constant(1_800_000_001L, typeof(long?))),
            _ => column,
        };
    }

    static Type Plain(Type type) => Nullable.GetUnderlyingType(type) ?? type;

    static bool IsNullable(ParameterInfo parameter) => new NullabilityInfoContext().Create(parameter).ReadState == NullabilityState.Nullable;
}
