using System.Globalization;
using System.Linq.Expressions;
using System.Reflection;
using LinqToDB;
using LinqToDB.Internal.DataProvider.Translation;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.Linq.Translation;
using LinqToDB.SqlQuery;

namespace SqlHarness.Engines.Dialects.Translation;

/// <summary>
/// Marks each column of a printed result with its number. The mark has the server compute the column (linq2db leaves to C# what it can), keeps columns of one value apart, and tells
/// the printer which is which.
/// </summary>
sealed class OutputColumn : IMemberTranslator
{
    public static readonly OutputColumn Translator = new();

    const string Prefix = "/*column ";

    static readonly MethodInfo Method = new Func<object, int, object>(Marked).Method.GetGenericMethodDefinition();

    OutputColumn() { }

    /// <summary>The value, as the result's column of that number.</summary>
    public static Expression Mark(Expression value, int number) => Expression.Call(Method.MakeGenericMethod(value.Type), value, Expression.Constant(number));

    /// <summary>The number of a column; null if it has no mark.</summary>
    public static int? Number(ISqlExpression expression) => Find(expression) is { } mark
        ? int.Parse(mark.Expr.AsSpan(Prefix.Length, mark.Expr.IndexOf('*', Prefix.Length) - Prefix.Length), CultureInfo.InvariantCulture) : null;

    /// <summary>What is marked.</summary>
    public static ISqlExpression Value(ISqlExpression expression) => Find(expression)?.Parameters[0] ?? expression;

    /// <summary>The same mark on another value.</summary>
    public static ISqlExpression With(ISqlExpression expression, ISqlExpression value)
    {
        var mark = Find(expression)!;
        return new SqlExpression(mark.Type, mark.Expr, mark.Precedence, SqlFlags.None, value);
    }

    public Expression? Translate(ITranslationContext context, Expression member, TranslationFlags flags)
    {
        if (member is not MethodCallExpression call || !call.Method.IsGenericMethod || call.Method.GetGenericMethodDefinition() != Method)
            return null;
        if (!context.TranslateToSqlExpression(call.Arguments[0], out var sql, out var error))
            return error;
        var number = (int)((ConstantExpression)call.Arguments[1]).Value!;
        var type = context.ExpressionFactory.GetDbDataType(sql);
        return context.CreatePlaceholder(context.CurrentSelectQuery,
            context.ExpressionFactory.Expression(type, Precedence.Primary, string.Create(CultureInfo.InvariantCulture, $"{Prefix}{number}*/{{0}}"), canBeNull: null, sql), call);
    }

    static T Marked<T>(T value, int number) => throw new ServerSideOnlyException($"{nameof(Marked)} {number}");

    static SqlExpression? Find(ISqlExpression expression) => expression switch
    {
        SqlExpression { Parameters: [_] } mark when mark.Expr.StartsWith(Prefix, StringComparison.Ordinal) => mark,
        SqlNullabilityExpression nullable => Find(nullable.SqlExpression),
        SqlCastExpression cast => Find(cast.Expression),
        _ => null,
    };
}
