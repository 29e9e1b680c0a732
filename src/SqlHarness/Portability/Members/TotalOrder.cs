using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using LinqToDB.Mapping;

namespace SqlHarness.Portability;

/// <summary>Sees to it that the first rows of an order are the same on every engine: rows that tie are anyone's.</summary>
static class TotalOrder
{
    static readonly HashSet<string> PassOn = ["Select", "Where", "AsStep", "AsCte", "AsSubQuery", "Take", "Skip"];

    /// <summary>Refuses TAKE or SKIP of rows without an order, or with one that leaves out a part of their key.</summary>
    /// <exception cref="LinqToDBException">So it is.</exception>
    public static void Require(MethodCallExpression call)
    {
        if (call.Method.DeclaringType != typeof(Queryable) || call.Method.Name is not ("Take" or "Skip" or "TakeLast" or "SkipLast"))
            return;
        // Nothing is left out.
        if (call is { Method.Name: "Skip", Arguments: [_, ConstantExpression { Value: 0 }] })
            return;
        var source = call.Arguments[0];
        while (source is MethodCallExpression { Arguments: [var inner, ..] } step && PassOn.Contains(step.Method.Name))
            source = inner;
        var keys = new List<LambdaExpression>();
        while (source is MethodCallExpression { Arguments: [var inner, var key, ..] } ordering && Orderings.IsOrdering(ordering.Method.Name))
        {
            keys.Add(key is UnaryExpression { Operand: LambdaExpression quoted } ? quoted : (LambdaExpression)key);
            source = inner;
            if (!ordering.Method.Name.StartsWith("ThenBy", StringComparison.Ordinal))
                break;
        }

        if (keys.Count == 0)
            throw new LinqToDBException($"{call.Method.Name} of rows without an order gives other rows on each engine: order them first, by what identifies a row.");
        var row = keys[0].Parameters[0].Type;
        var missing = row.GetProperties().Where(IsKey).Where(p => !keys.Exists(k => Names(k, p))).Select(p => p.Name).ToList();
        if (missing.Count > 0 && !keys.Exists(k => CallFinder.In(k.Body, IsUnique, intoVariables: false)))
        {
            throw new LinqToDBException($"{call.Method.Name} of {row.Name} rows in an order without {string.Join(", ", missing)} gives other rows on each engine where they tie: end the order with "
                + $".ThenBy(x => x.{missing[0]}), or put Portable.Native(…) around a key that is unique.");
        }
    }

    // By the author's word, or because rows are numbered.
    static bool IsUnique(MethodCallExpression call) =>
        call.Method.Name == nameof(Portable.Native) && call.Method.DeclaringType == typeof(Portable) || call.Method.Name == nameof(WindowFunctionBuilder.RowNumber) && call.Method.DeclaringType == typeof(WindowFunctionBuilder);

    static bool IsKey(PropertyInfo property) => property.IsDefined(typeof(PrimaryKeyAttribute), true) || property.GetCustomAttribute<ColumnAttribute>(true)?.IsPrimaryKey == true;

    static bool Names(LambdaExpression key, PropertyInfo property) => Parts(key.Body).Any(p => p is MemberExpression { Expression: ParameterExpression } member && member.Member.Name == property.Name);

    static IEnumerable<Expression> Parts(Expression key) => key switch
    {
        NewExpression row => row.Arguments.SelectMany(Parts),
        MemberInitExpression row => row.Bindings.OfType<MemberAssignment>().SelectMany(b => Parts(b.Expression)),
        UnaryExpression { NodeType: ExpressionType.Convert } converted => Parts(converted.Operand),
        MethodCallExpression { Object: null, Arguments: [var value] } => Parts(value),
        _ => [key],
    };
}
