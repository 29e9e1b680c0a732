using System.Globalization;
using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;
using SqlHarness.Portability;

namespace SqlHarness.Engines.Dialects;

/// <summary>
/// Elapsed microseconds beside a constant, as PostgreSQL compares intervals. Counting the microseconds takes its NUMERIC, which made sessionizing a million events 1.4 times as slow; an interval
/// of two timestamps has no months, and without months two intervals are compared to the microsecond (seen with 15.18 over all times that there are; the conformance tests ask every engine).
/// </summary>
static class ElapsedComparison
{
    static readonly string Elapsed = Spelling.Of(typeof(Portable).GetMethod(nameof(Portable.ElapsedMicroseconds))!, null, DialectNames.PostgreSql).Sql;

    static readonly (long Microseconds, string Name)[] Units = [(3_600_000_000, "hours"), (60_000_000, "minutes"), (1_000_000, "seconds"), (1, "microseconds")];

    /// <summary>The comparison with intervals on both sides; another comparison as it is.</summary>
    /// <param name="comparison">Any comparison.</param>
    /// <param name="value">The value of a parameter that is written as a constant; null where parameters stay.</param>
    public static SqlPredicate.ExprExpr OfIntervals(SqlPredicate.ExprExpr comparison, Func<SqlParameter, object?>? value) =>
        (Interval(comparison.Expr1), Constant(comparison.Expr2, value)) is ({ } elapsed, { } limit) ? new(elapsed, comparison.Operator, limit, comparison.UnknownAsValue)
        : (Constant(comparison.Expr1, value), Interval(comparison.Expr2)) is ({ } bound, { } passed) ? new(bound, comparison.Operator, passed, comparison.UnknownAsValue)
        : comparison;

    static SqlExpression? Interval(ISqlExpression expression) =>
        Inner(expression) is SqlExpression { Expr: var text, Parameters: [var start, var end] } && text == Elapsed ? Of("{0} - {1}", Precedence.Subtraction, end, start) : null;

    static SqlExpression? Constant(ISqlExpression expression, Func<SqlParameter, object?>? value) => Inner(expression) switch
    {
        SqlValue { Value: long constant } => Of(Text(constant), Precedence.Primary),
        SqlParameter parameter when value is not null => value(parameter) is long constant ? Of(Text(constant), Precedence.Primary) : null,
        // A product takes the number for a fraction with 53 bits: seconds and the rest have enough, for whatever a long can be.
        SqlParameter { SystemType: var type } parameter when type == typeof(long) || type == typeof(long?) =>
            Of("{0} / 1000000 * INTERVAL '1 second' + {0} % 1000000 * INTERVAL '1 microsecond'", Precedence.Additive, parameter),
        _ => null,
    };

    static string Text(long microseconds)
    {
        var (size, name) = Array.Find(Units, u => microseconds % u.Microseconds == 0);
        return string.Create(CultureInfo.InvariantCulture, $"INTERVAL '{microseconds / size} {(microseconds == size ? name[..^1] : name)}'");
    }

    static ISqlExpression Inner(ISqlExpression expression) => expression is SqlNullabilityExpression nullable ? Inner(nullable.SqlExpression) : expression;

    static SqlExpression Of(string text, int precedence, params ISqlExpression[] operands) => new(new DbDataType(typeof(TimeSpan)), text, precedence, SqlFlags.IsPure, ParametersNullabilityType.IfAnyParameterNullable, operands);
}
