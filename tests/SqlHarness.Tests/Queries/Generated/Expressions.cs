using System.Linq.Expressions;
using System.Reflection;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>Expressions over an <see cref="Item"/>, of columns, constants, C#'s operators and every portable function that its columns can feed.</summary>
static class Expressions
{
    static readonly ParameterExpression Row = Expression.Parameter(typeof(Item), "x");

    static readonly string[] Texts = ["", "a", "é", "spring", "'"];

    static readonly decimal[] Prices = [0m, -1.5m, 2.5m, 0.000001m];

    static readonly string[] ComputedColumns = [nameof(Item.Time), nameof(Item.Amount), nameof(Item.Campaign), nameof(Item.Price), nameof(Item.Ok)];

    static readonly ILookup<Type, DrawnFunction> Functions = DrawnFunction.All.ToLookup(f => f.Method.ReturnType);

    public static Expression<Func<Item, bool>> Condition(Random random) => Expression.Lambda<Func<Item, bool>>(Truth(random, 2), Row);

    /// <summary>The row with one of its values computed, and which.</summary>
    public static (Expression<Func<Item, Item>> Computed, string Column) Computed(Random random)
    {
        var column = ComputedColumns[random.Next(ComputedColumns.Length)];
        var members = typeof(Item).GetProperties().Where(p => p.CanWrite)
            .Select(p => Expression.Bind(p, p.Name == column ? Value(p.PropertyType, random, 2) : Expression.Property(Row, p)));
        return (Expression.Lambda<Func<Item, Item>>(Expression.MemberInit(Expression.New(typeof(Item)), members), Row), column);
    }

    static Expression Truth(Random random, int depth) => random.Next(depth > 0 ? 12 : 8) switch
    {
        0 => Expression.Equal(Column(typeof(string), random), ColumnOrConstant(typeof(string), random)),
        1 => Expression.NotEqual(Value(typeof(long?), random, depth), ColumnOrConstant(typeof(long?), random)),
        2 => Expression.LessThan(Value(typeof(DateTime?), random, depth), ColumnOrConstant(typeof(DateTime?), random)),
        3 or 8 => Call(Drawn(typeof(bool), random), random, depth),
        4 => Expression.GreaterThanOrEqual(Call(Drawn(typeof(int), random), random, depth), Expression.Constant(0)),
        5 => Expression.LessThanOrEqual(Value(typeof(decimal?), random, depth), ColumnOrConstant(typeof(decimal?), random)),
        6 => Expression.MakeBinary(random.Next(2) == 0 ? ExpressionType.Equal : ExpressionType.NotEqual, Expression.Property(Row, nameof(Item.Ok)), Expression.Convert(Expression.Constant(random.Next(2) == 0), typeof(bool?))),
        7 => OrNull(random, depth),
        9 => Expression.OrElse(Truth(random, depth - 1), Truth(random, depth - 1)),
        10 => Expression.AndAlso(Truth(random, depth - 1), Truth(random, depth - 1)),
        _ => Expression.Not(Truth(random, depth - 1)),
    };

    static BinaryExpression OrNull(Random random, int depth)
    {
        var type = DrawnFunction.Types[random.Next(DrawnFunction.Types.Length)];
        return Expression.MakeBinary(random.Next(2) == 0 ? ExpressionType.Equal : ExpressionType.NotEqual, type == typeof(int?) ? Call(Drawn(type, random), random, depth) : Value(type, random, depth), Expression.Constant(null, type));
    }

    static Expression Value(Type type, Random random, int depth)
    {
        if (depth == 0)
            return Column(type, random);
        if (type == typeof(bool?))
            return Expression.Convert(Truth(random, depth - 1), type);
        return random.Next(12) switch
        {
            0 or 1 => Column(type, random),
            2 when type == typeof(long?) || type == typeof(decimal?) => Expression.MakeBinary(random.Next(2) == 0 ? ExpressionType.Add : ExpressionType.Subtract, Value(type, random, depth - 1), ColumnOrConstant(type, random)),
            3 => Expression.Condition(Truth(random, 0), Column(type, random), Value(type, random, depth - 1)),
            4 => Expression.Coalesce(Value(type, random, depth - 1), ColumnOrConstant(type, random)),
            5 or 6 or 7 when type == typeof(long?) => Expression.Convert(Call(Drawn(typeof(int?), random), random, depth - 1), type),
            _ => Call(Drawn(type, random), random, depth - 1),
        };
    }

    static DrawnFunction Drawn(Type type, Random random)
    {
        var functions = Functions[type].ToList();
        return functions[random.Next(functions.Count)];
    }

    static MethodCallExpression Call(DrawnFunction function, Random random, int depth) => Expression.Call(function.Method, function.Method.GetParameters().Select(p => p.ParameterType switch
    {
        { IsEnum: true } => Expression.Constant(function.Choice),
        var type when type == typeof(int) => Expression.Constant(p.Name == "digits" ? random.Next(7) : random.Next(-1, 4)),
        var type when type == typeof(string) && new NullabilityInfoContext().Create(p).ReadState == NullabilityState.NotNull => Expression.Coalesce(Value(type, random, depth), Expression.Constant("")),
        // A key of keys is longer than anybody writes, and some parsers take seconds for it.
        var type when function.Method.Name == nameof(Portable.SurrogateKey) => random.Next(3) == 0 ? Constant(type, random) : Column(type, random),
        // Two columns are seldom equal, and a part is seldom in a text.
        var type when p.Position > 0 && random.Next(2) == 0 => Constant(type, random),
        var type => Value(type, random, depth),
    }));

    static Expression ColumnOrConstant(Type type, Random random) => random.Next(2) == 0 ? Constant(type, random) : Column(type, random);

    static ConstantExpression Constant(Type type, Random random) => Expression.Constant(type switch
    {
        _ when type == typeof(string) => Texts[random.Next(Texts.Length)],
        _ when type == typeof(DateTime?) => new DateTime(1970, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        _ when type == typeof(decimal?) => Prices[random.Next(Prices.Length)],
        _ when type == typeof(bool?) => random.Next(2) == 0,
        _ when type == typeof(int?) => random.Next(-1, 4),
        _ => (object)(long)random.Next(-2, 5),
    }, type);

    static Expression Column(Type type, Random random) => type switch
    {
        _ when type == typeof(string) => Expression.Property(Row, nameof(Item.Campaign)),
        _ when type == typeof(DateTime?) => Expression.Property(Row, nameof(Item.Time)),
        _ when type == typeof(decimal?) => Expression.Property(Row, nameof(Item.Price)),
        _ when type == typeof(bool?) => Expression.Property(Row, nameof(Item.Ok)),
        _ when type == typeof(int?) => Constant(type, random),
        _ => Expression.Property(Row, random.Next(2) == 0 ? nameof(Item.Amount) : nameof(Item.User)),
    };
}
