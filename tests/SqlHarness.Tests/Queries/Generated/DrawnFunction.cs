using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>A portable function that generated expressions call, for one type of its values and one choice of its enum argument.</summary>
/// <param name="Method">The function, closed.</param>
/// <param name="Choice">The value of its enum argument; null for a function without one.</param>
sealed record DrawnFunction(MethodInfo Method, object? Choice)
{
    /// <summary>The types that an item's columns have, and int for constants.</summary>
    public static readonly Type[] Types = [typeof(long?), typeof(int?), typeof(DateTime?), typeof(string), typeof(decimal?), typeof(bool?)];

    // An end of time is compared with, not read: each dialect has its own.
    static readonly string[] NotRead = [nameof(Portable.OrEndOfTime)];

    // A function is spelled by each dialect, or composed of such.
    static readonly MethodInfo[] Functions = [.. Spelling.Functions, .. typeof(Portable).GetMethods().Where(m => m.IsDefined(typeof(ExpressionMethodAttribute), false))];

    /// <summary>All of them: every portable function that items' columns can feed, without a list.</summary>
    public static readonly IReadOnlyList<DrawnFunction> All =
        [.. Functions.Where(f => !NotRead.Contains(f.Name)).SelectMany(Closed).Where(IsFed).SelectMany(f => Spelling.Choices(f).Select(c => new DrawnFunction(f, c)))];

    /// <summary>Those that are left out: the end of time, and what takes or gives floating-point numbers, which are not compared exactly.</summary>
    public static IEnumerable<string> LeftOut => Functions.Where(f => !Closed(f).Any(c => All.Any(a => a.Method == c))).Select(Text);

    /// <summary>The functions that an expression calls.</summary>
    public static IReadOnlyList<DrawnFunction> In(Expression expression)
    {
        var calls = new Calls();
        calls.Visit(expression);
        return calls.Found;
    }

    public override string ToString() => Choice is null ? Text(Method) : $"{Text(Method)} {Choice}";

    static string Text(MethodInfo method) => $"{method.Name}({string.Join(", ", method.GetParameters().Select(p => (Nullable.GetUnderlyingType(p.ParameterType) ?? p.ParameterType).Name))})";

    static bool IsFed(MethodInfo function) =>
        Array.TrueForAll(function.GetParameters(), p => p.ParameterType.IsEnum || p.ParameterType == typeof(int) || Types.Contains(p.ParameterType))
        && (Types.Contains(function.ReturnType) || function.ReturnType == typeof(int) || function.ReturnType == typeof(bool));

    static IEnumerable<MethodInfo> Closed(MethodInfo function) =>
        function.IsGenericMethodDefinition ? new[] { typeof(long), typeof(DateTime), typeof(decimal) }.Select(t => function.MakeGenericMethod(t)) : [function];

    sealed class Calls : ExpressionVisitor
    {
        public List<DrawnFunction> Found { get; } = [];

        protected override Expression VisitMethodCall(MethodCallExpression node)
        {
            if (node.Method.DeclaringType == typeof(Portable))
                Found.Add(new(node.Method, node.Arguments.OfType<ConstantExpression>().FirstOrDefault(a => a.Type.IsEnum)?.Value));
            return base.VisitMethodCall(node);
        }
    }
}
