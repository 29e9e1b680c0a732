using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements;

/// <summary>What a number means where times are subtracted or shifted. The library's own functions count microseconds.</summary>
static class Intervals
{
    /// <summary>Longer intervals are not met: sums of them would leave the years that engines hold.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromDays(4000);

    static readonly Dictionary<string, long> Words = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Microsecond"] = TimeSpan.TicksPerMicrosecond, ["Millisecond"] = TimeSpan.TicksPerMillisecond, ["Second"] = TimeSpan.TicksPerSecond,
        ["Minute"] = TimeSpan.TicksPerMinute, ["Hour"] = TimeSpan.TicksPerHour, ["Day"] = TimeSpan.TicksPerDay, ["Week"] = 7 * TimeSpan.TicksPerDay,
    };

    public static bool IsTime(ISqlExpression expression) => BaseColumns.TypeOf(expression) == typeof(DateTime);

    /// <summary>The ticks in one unit of an expression that measures the time between two times; null where it measures something else.</summary>
    /// <param name="expression">The expression.</param>
    /// <param name="values">The values of a constant.</param>
    public static long? UnitOf(ISqlExpression expression, Func<ISqlExpression, IEnumerable<object>> values)
    {
        var entered = new HashSet<IQueryElement>(ReferenceEqualityComparer.Instance);
        return Unit(expression);

        long? Unit(ISqlExpression measured) => !entered.Add(measured) ? null : measured switch
        {
            SqlIntervalPartExpression part => Ticks(part.Unit),
            SqlBinaryExpression { Operation: "/" } quotient when Unit(quotient.Expr1) is { } unit => Factor(quotient.Expr2) is { } by ? unit * by : unit,
            SqlBinaryExpression { Operation: "*" } product when Unit(product.Expr1) is { } unit => Factor(product.Expr2) is { } by ? unit / by : unit,
            SqlParameterizedExpressionBase { Parameters: var parts } function when !IsTime(function) && parts.Count(IsTime) >= 2 => TimeSpan.TicksPerMicrosecond,
            _ => BaseColumns.Sources(measured).Select(Unit).FirstOrDefault(u => u is not null),
        };

        long? Factor(ISqlExpression constant) => values(constant).Select(Number).FirstOrDefault() is { } number && number >= 1 ? (long)number : null;
    }

    /// <summary>A number of units written as a product, <c>30 * INTERVAL '1 Minute'</c>; null where it is not.</summary>
    public static (ISqlExpression Number, long Unit)? Scaled(ISqlExpression expression, Func<ISqlExpression, IEnumerable<object>> values) =>
        expression is SqlBinaryExpression { Operation: "*", Expr1: var number, Expr2: SqlParameterizedExpressionBase { Parameters: [var word] } }
            && values(word).FirstOrDefault() is string text && text.Split(' ') is ["1", var name] && Words.TryGetValue(name.TrimEnd('s'), out var unit)
            ? (number, unit) : null;

    /// <summary>A constant as a number; null where it is none.</summary>
    public static decimal? Number(object value) => value switch
    {
        double number when Math.Abs(number) < 1e15 => (decimal)number,
        short or int or long or decimal or byte => Convert.ToDecimal(value, null),
        _ => null,
    };

    static long? Ticks(SqlIntervalUnit unit) => unit == SqlIntervalUnit.Tick ? 1 : Words.TryGetValue(unit.ToString(), out var ticks) ? ticks : null;
}
