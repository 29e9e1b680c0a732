using System.Linq.Expressions;
using System.Reflection;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>Expressions over an <see cref="Item"/>, of columns, constants, C#'s operators and every portable function that its columns can feed.</summary>
static class Expressions
{
    static readonly ParameterExpression Row = Expression.Parameter(typeof(Item), "x");

    static readonly string[] Texts = ["", "a", "é", "spring", "'"];

    static readonly Type[] Types = [typeof(long?), typeof(int?), typeof(DateTime?), typeof(string)];

    // An end of time is compared with, not read; digits are of decimals.
    static readonly (MethodInfo Function, object? Choice)[] Functions =
    [
        .. Spelling.Functions.Where(f => f.Name != nameof(Portable.OrEndOfTime)).SelectMany(Closed)
            .Where(f => f.GetParameters().All(p => p.ParameterType.IsEnum || p.ParameterType == typeof(int) || Types.Contains(p.ParameterType)))
            .SelectMany(f => Spelling.Choices(f).Select(c => (f, c))),
    ];

    /// <summary>The functions that can be drawn.</summary>
    public static IEnumerable<string> FunctionNames => Functions.Select(f => f.Function.Name).Distinct();

    public static Expression<Func<Item, bool>> Condition(Random random) => Expression.Lambda<Func<Item, bool>>(Truth(random, 2), Row);

    /// <summary>The row with one of its values computed.</summary>
    public static Expression<Func<Item, Item>> Computed(Random random)
    {
        var changed = random.Next(3) switch { 0 => nameof(Item.Time), 1 => nameof(Item.Amount), _ => nameof(Item.Campaign) };
        var members = typeof(Item).GetProperties().Where(p => p.CanWrite)
            .Select(p => Expression.Bind(p, p.Name == changed ? Value(p.PropertyType, random, 2) : Expression.Property(Row, p)));
        return Expression.Lambda<Func<Item, Item>>(Expression.MemberInit(Expression.New(typeof(Item)), members), Row);
    }

    static Expression Truth(Random random, int depth)
    {
        var conditions = Functions.Where(f => f.Function.ReturnType == typeof(bool)).ToArray();
        return random.Next(depth > 0 ? 8 : 5) switch
        {
            0 => Expression.Equal(Column(typeof(string), random), Column(typeof(string), random, constant: true)),
            1 => Expression.NotEqual(Value(typeof(long?), random, depth), Column(typeof(long?), random, constant: true)),
            2 => Expression.LessThan(Value(typeof(DateTime?), random, depth), Column(typeof(DateTime?), random, constant: true)),
            3 => Call(conditions[random.Next(conditions.Length)], random, depth),
            4 => Expression.GreaterThanOrEqual(Call(Of(typeof(int), random), random, depth), Expression.Constant(0)),
            5 => Expression.OrElse(Truth(random, depth - 1), Truth(random, depth - 1)),
            6 => Expression.AndAlso(Truth(random, depth - 1), Truth(random, depth - 1)),
            _ => Expression.Not(Truth(random, depth - 1)),
        };
    }

    static Expression Value(Type type, Random random, int depth)
    {
        var functions = Functions.Where(f => f.Function.ReturnType == type).ToArray();
        if (depth == 0 || functions.Length == 0 && type != typeof(long?) || random.Next(4) == 0)
            return Column(type, random);
        if (type == typeof(long?) && random.Next(3) == 0)
            return Expression.Convert(Call(Of(typeof(int?), random), random, depth - 1), typeof(long?));
        if (type == typeof(long?) && random.Next(4) == 0)
            return Expression.Subtract(Value(type, random, depth - 1), Column(type, random, constant: true));
        return type == typeof(string) && random.Next(6) == 0
            ? Expression.Condition(Truth(random, 0), Column(type, random), Value(type, random, depth - 1))
            : Call(functions[random.Next(functions.Length)], random, depth - 1);
    }

    static (MethodInfo Function, object? Choice) Of(Type type, Random random)
    {
        var functions = Functions.Where(f => f.Function.ReturnType == type).ToArray();
        return functions[random.Next(functions.Length)];
    }

    static MethodCallExpression Call((MethodInfo Function, object? Choice) function, Random random, int depth) => Expression.Call(function.Function, function.Function.GetParameters().Select(p =>
        p.ParameterType.IsEnum ? Expression.Constant(function.Choice)
        : p.ParameterType == typeof(int) ? Expression.Constant(random.Next(-1, 4))
        : p.ParameterType == typeof(string) && new NullabilityInfoContext().Create(p).ReadState == NullabilityState.NotNull ? Known(Value(typeof(string), random, depth))
        : Value(p.ParameterType, random, depth)));

    static Expression Known(Expression text) => text is ConstantExpression ? text : Expression.Coalesce(text, Expression.Constant(""));

    static Expression Column(Type type, Random random, bool constant = false)
    {
        var isConstant = constant && random.Next(2) == 0;
        return type switch
        {
            _ when type == typeof(string) => isConstant ? Expression.Constant(Texts[random.Next(Texts.Length)]) : Expression.Property(Row, nameof(Item.Campaign)),
            _ when type == typeof(DateTime?) => isConstant ? Expression.Constant(new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc), typeof(DateTime?)) : Expression.Property(Row, nameof(Item.Time)),
            _ when type == typeof(int?) => Expression.Constant(random.Next(-1, 4), typeof(int?)),
            _ => isConstant ? Expression.Constant((long)random.Next(-2, 5), typeof(long?)) : Expression.Property(Row, random.Next(2) == 0 ? nameof(Item.Amount) : nameof(Item.User)),
        };
    }

    static IEnumerable<MethodInfo> Closed(MethodInfo function) =>
        function.IsGenericMethodDefinition ? new[] { typeof(long), typeof(DateTime) }.Select(t => function.MakeGenericMethod(t)) : [function];
}
