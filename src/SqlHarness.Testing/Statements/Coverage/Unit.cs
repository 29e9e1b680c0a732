using LinqToDB.Internal.SqlQuery;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Statements.Coverage;

/// <summary>The neighbours of a constant, in the least step of what it is compared with.</summary>
/// <param name="Less">The value a unit below; null where there is none.</param>
/// <param name="More">The value a unit above; null where there is none.</param>
/// <param name="Name">The unit.</param>
sealed record Unit(object? Less, object? More, string Name)
{
    /// <summary>The unit; null where the values have none, or do not all occur.</summary>
    public static Unit? Of(ISqlExpression expression, object constant, Scope scope)
    {
        if (!TakesAll(expression, scope, []))
            return null;
        switch (constant)
        {
            case DateTime time:
                return new(ColumnUnit.Moved(time, -TimeSpan.TicksPerMicrosecond), ColumnUnit.Moved(time, TimeSpan.TicksPerMicrosecond), "1 µs");
            case short or int or long or byte when BaseColumns.TypeOf(expression) != typeof(double)
                && BaseColumns.TypeOf(expression) != typeof(decimal):
                var number = Convert.ToInt64(constant, null);
                var isTime = Intervals.UnitOf(expression, scope.Constants) == TimeSpan.TicksPerMicrosecond;
                return new(number == long.MinValue ? null : Typed(constant, number - 1), number == long.MaxValue ? null : Typed(constant, number + 1),
                    isTime ? "1 µs" : "1");
            case decimal amount when BaseColumns.TypeOf(expression) == typeof(decimal):
                var step = new decimal(1, 0, 0, false, (byte)Math.Clamp(Scale(expression, []) ?? ColumnUnit.DefaultScale, 0, 28));
                return new(amount - step, amount + step, CSharpText.Value(step).TrimEnd('m'));
            default:
                return null;
        }
    }

    /// <summary>The least value that a count can have; null for what is no count.</summary>
    public static decimal? Least(ISqlExpression expression, SelectQuery level) => expression switch
    {
        SqlExtendedFunction { FunctionName: "ROW_NUMBER" or "RANK" or "DENSE_RANK" or "NTILE" } => 1,
        SqlExtendedFunction { FunctionName: "COUNT", IsWindowFunction: true } => 0,
        SqlExtendedFunction { FunctionName: "COUNT", Arguments: [{ Expression: SqlFragment }] } => level.GroupBy.IsEmpty ? 0 : 1,
        SqlExtendedFunction { FunctionName: "COUNT" } => 0,
        SqlColumn { Parent: { HasSetOperators: false } parent, Expression: var inner } => Least(inner, parent),
        SqlCteTableField { CteField.Column: { } column } => Least(column, level),
        SqlNullabilityExpression wrapper => Least(wrapper.SqlExpression, level),
        _ => null,
    };

    // Truncated times and products jump.
    static bool TakesAll(ISqlExpression expression, Scope scope, HashSet<IQueryElement> entered) => !entered.Add(expression) || expression switch
    {
        SqlField or SqlValue or SqlParameter or SqlTemporalArithmeticExpression => true,
        SqlExtendedFunction { FunctionName: "COUNT" or "ROW_NUMBER" or "RANK" or "DENSE_RANK" } => true,
        SqlExtendedFunction { FunctionName: "SUM" or "MIN" or "MAX" or "LAG" or "LEAD" or "FIRST_VALUE" or "LAST_VALUE" or "NTH_VALUE" } function =>
            TakesAll(function.Arguments[0].Expression, scope, entered),
        SqlExtendedFunction => false,
        SqlBinaryExpression { Operation: "+" or "-" } sum => TakesAll(sum.Expr1, scope, entered) && TakesAll(sum.Expr2, scope, entered),
        SqlBinaryExpression { Operation: "/" } quotient => BaseColumns.TypeOf(quotient) != typeof(decimal)
            && TakesAll(quotient.Expr1, scope, entered),
        SqlBinaryExpression => false,
        SqlParameterizedExpressionBase function when Intervals.IsTime(function) => function.Parameters.Length > 1
            && TakesAll(function.Parameters[0], scope, entered),
        SqlParameterizedExpressionBase function => Intervals.UnitOf(function, scope.Constants) is not null,
        _ => BaseColumns.Sources(expression).ToList() is { Count: > 0 } sources && sources.TrueForAll(s => TakesAll(s, scope, entered)),
    };

    static int? Scale(ISqlExpression expression, HashSet<IQueryElement> entered) => !entered.Add(expression) ? null
        : expression is SqlField { Type.Scale: { } scale } ? scale : BaseColumns.Sources(expression).Max(s => Scale(s, entered));

    static object? Typed(object like, long number) => like switch
    {
        short => number is >= short.MinValue and <= short.MaxValue ? (short)number : null,
        byte => number is >= byte.MinValue and <= byte.MaxValue ? (byte)number : null,
        int => number is >= int.MinValue and <= int.MaxValue ? (int)number : null,
        _ => number,
    };
}
