using LinqToDB.Internal.DataProvider.SQLite;
using LinqToDB.Internal.DataProvider.Translation;
using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Engines.Sqlite;

/// <summary>Elapsed time as a subtraction of integers; and refusals, in a sentence, of what would be silently wrong over <see cref="MicrosSchema"/>.</summary>
sealed class MicrosConvertVisitor(bool allowModify) : SQLiteSqlExpressionConvertVisitor(allowModify)
{
    // Functions that keep a decimal's scale, or do not return it.
    static readonly HashSet<string> KeepScale = new(StringComparer.OrdinalIgnoreCase)
        { "ABS", "COALESCE", "NULLIF", "MIN", "MAX", "SUM", "COUNT", "LAG", "LEAD", "FIRST_VALUE", "LAST_VALUE", "NTH_VALUE" };

    public override SqlIntervalUnit IntervalResolution => SqlIntervalUnit.Microsecond;

    // Says that an interval can be added; how, is below.
    protected override SqlIntervalUnit? FinestDateUnit => SqlIntervalUnit.Microsecond;

    protected override ISqlExpression? ElapsedTicks(SqlIntervalDifferenceExpression element)
    {
        var whole = Factory.GetDbDataType(typeof(long));
        return Factory.Multiply(whole, Factory.Sub(whole, element.End, element.Start), Factory.Value(whole, TimeSpan.TicksPerMicrosecond));
    }

    protected override ISqlExpression? LowerTemporalArithmetic(SqlTemporalArithmeticExpression element) =>
        Shift(element.Temporal, element.Interval, element.IsSubtract);

    public override IQueryElement ConvertSqlBinaryExpression(SqlBinaryExpression element)
    {
        // A TimeSpan that is a value, not a difference, comes as a plain + of a time and ticks.
        if (element.Operation is "+" or "-" && Underlying(element.Expr1.SystemType) == typeof(DateTime) && Underlying(element.Expr2.SystemType) == typeof(TimeSpan))
            return Visit(Shift(element.Expr1, element.Expr2, element.Operation == "-"));
        var left = IsDecimal(element.Expr1);
        var right = IsDecimal(element.Expr2);
        if ((left || right) && (element.Operation is "*" or "/" || left != right))
            throw Refuse(element.Operation);
        return base.ConvertSqlBinaryExpression(element);
    }

    public override IQueryElement ConvertExprExprPredicate(SqlPredicate.ExprExpr predicate)
    {
        if (IsDecimal(predicate.Expr1) != IsDecimal(predicate.Expr2) && !IsNull(predicate.Expr1) && !IsNull(predicate.Expr2))
            throw Refuse("comparison with another type");
        return base.ConvertExprExprPredicate(predicate);
    }

    protected override ISqlExpression ConvertConversion(SqlCastExpression cast)
    {
        var from = Underlying(cast.Expression.SystemType);
        var to = Underlying(cast.SystemType);
        if (from != to && !IsNull(cast.Expression))
        {
            if (from == typeof(decimal) || to == typeof(decimal))
                throw Refuse("conversion");
            if ((from == typeof(DateTime) && to == typeof(string)) || (from == typeof(string) && to == typeof(DateTime)))
                throw new EngineException("A time is not converted to or from text on SQLite, where it is a number; do it in C#.");
        }
        return base.ConvertConversion(cast);
    }

    public override ISqlExpression ConvertSqlFunction(SqlFunction func)
    {
        CheckFunction(func.Name, func.Parameters);
        return base.ConvertSqlFunction(func);
    }

    protected override IQueryElement VisitSqlExtendedFunction(SqlExtendedFunction element)
    {
        CheckFunction(element.FunctionName, element.Arguments.Select(argument => argument.Expression));
        return base.VisitSqlExtendedFunction(element);
    }

    ISqlExpression Shift(ISqlExpression time, ISqlExpression ticks, bool back)
    {
        var whole = Factory.GetDbDataType(typeof(long));
        var type = Factory.GetDbDataType(time);
        var micros = Factory.Div(whole, ticks, Factory.Value(whole, TimeSpan.TicksPerMicrosecond));
        return back ? Factory.Sub(type, time, micros) : Factory.Add(type, time, micros);
    }

    static void CheckFunction(string name, IEnumerable<ISqlExpression> arguments)
    {
        if (!KeepScale.Contains(name) && arguments.Any(IsDecimal))
            throw Refuse(name);
    }

    static bool IsDecimal(ISqlExpression expression) => Underlying(expression.SystemType) == typeof(decimal);

    static bool IsNull(ISqlExpression expression) => expression is SqlValue { Value: null };

    static Type? Underlying(Type? type) => type is null ? null : Nullable.GetUnderlyingType(type) ?? type;

    static EngineException Refuse(string operation) =>
        new($"On SQLite decimals are scaled integers with + - % comparison SUM MIN MAX; {operation} would lose the scale, so use DuckDB or cents in a long.");
}
