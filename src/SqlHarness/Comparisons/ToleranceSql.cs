using System.Linq.Expressions;
using SqlHarness.Portability;
using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>
/// A tolerance in a query. What a query cannot decide as C# does (upper case in all of Unicode, shortest decimal texts of floating-point numbers, a rule of the caller's own) it leaves open: such a
/// pair is read and judged by the tolerance itself. Of numbers it decides all that lie clear of the bound, so that few are left.
/// </summary>
static class ToleranceSql
{
    /// <summary>For two cells that are not equal: whether they are by the tolerance, and whether that is open.</summary>
    /// <param name="tolerance">The tolerance.</param>
    /// <param name="left">The left cell, in its common form.</param>
    /// <param name="right">The right cell.</param>
    public static (Expression IsEqual, Expression IsOpen) Of(Tolerance tolerance, Expression left, Expression right)
    {
        var forms = tolerance.Rules.Where(r => IsForm(r.Kind)).ToList();
        if (forms.Exists(f => !IsSaid(f, left.Type)))
            return (False, True);
        var (l, r) = (forms.Aggregate(left, Form), forms.Aggregate(right, Form));
        var near = tolerance.Rules.Where(rule => !IsForm(rule.Kind)).Select(rule => Near(rule, l, r)).ToList();
        var isEqual = near.Select(n => n.IsEqual).Prepend(forms.Count == 0 ? False : Expression.Equal(l, r)).Aggregate(Or);
        return (isEqual, near.Select(n => n.IsOpen).Aggregate((Expression)False, Or));
    }

    /// <summary>What counts of a cell, for a key; null where no query says it.</summary>
    public static Expression? FormOf(Tolerance? tolerance, Expression cell)
    {
        // A near value is a key of its own.
        var forms = tolerance is { IsNear: null } ? tolerance.Rules : [];
        return forms.All(f => IsSaid(f, cell.Type)) ? forms.Aggregate(cell, Form) : null;
    }

    static ConstantExpression False { get; } = Expression.Constant(false);

    static ConstantExpression True { get; } = Expression.Constant(true);

    static bool IsForm(ToleranceKind kind) => kind is ToleranceKind.Trimmed or ToleranceKind.IgnoringCase or ToleranceKind.EmptyIsNull or ToleranceKind.Decimals or ToleranceKind.TimePrecision;

    static bool IsSaid(ToleranceRule form, Type type) => form.Kind switch
    {
        ToleranceKind.Trimmed or ToleranceKind.EmptyIsNull => true,
        ToleranceKind.Decimals => type == typeof(long?) || type == typeof(decimal?) && (int)form.Bound! <= 6,
        ToleranceKind.TimePrecision => type == typeof(DateTime?) && ((TimeSpan)form.Bound!).Ticks % TimeSpan.TicksPerMicrosecond == 0,
        _ => false,
    };

    static Expression Form(Expression cell, ToleranceRule form) => form.Kind switch
    {
        ToleranceKind.Trimmed => Expression.Call(new Func<string?, string?>(Portable.Trim).Method, cell),
        ToleranceKind.EmptyIsNull => Expression.Call(new Func<string?, string?, string?>(Portable.NullIf).Method, cell, Expression.Constant("")),
        ToleranceKind.Decimals when cell.Type == typeof(long?) => cell,
        ToleranceKind.Decimals => Expression.Call(new Func<decimal?, int, decimal?>(Portable.Round).Method, cell, Expression.Constant((int)form.Bound!)),
        // Behind the year 1 all times are positive, so that division floors.
        _ => Expression.Call(new Func<long?, long?, long?>(Portable.DivideInteger).Method,
            Expression.Add(Micros(cell), Long(DateTime.UnixEpoch.Ticks / TimeSpan.TicksPerMicrosecond)), Long(((TimeSpan)form.Bound!).Ticks / TimeSpan.TicksPerMicrosecond)),
    };

    static (Expression IsEqual, Expression IsOpen) Near(ToleranceRule rule, Expression left, Expression right) => rule.Kind switch
    {
        ToleranceKind.Within when left.Type == typeof(DateTime?) => (Expression.LessThanOrEqual(
            Expression.Call(new Func<long?, long?>(Portable.Abs).Method, Expression.Call(new Func<DateTime?, DateTime?, long?>(Portable.ElapsedMicroseconds).Method, left, right)),
            Long(((TimeSpan)rule.Bound!).Ticks / TimeSpan.TicksPerMicrosecond)), False),
        ToleranceKind.Absolute when left.Type == typeof(decimal?) => (Expression.LessThanOrEqual(
            Expression.Call(new Func<decimal?, decimal?>(Portable.Abs).Method, Expression.Subtract(left, right)), Expression.Constant(rule.Bound, typeof(decimal?))), False),
        ToleranceKind.Absolute when left.Type == typeof(long?) || left.Type == typeof(double?) => Around(left, right, (double)(decimal)rule.Bound!, 0),
        ToleranceKind.Relative when left.Type == typeof(long?) || left.Type == typeof(double?) => Around(left, right, 0, (double)rule.Bound!),
        _ => (False, Known(left, right)),
    };

    // Open where it is neither certain that they are near nor that they are far.
    static (Expression IsEqual, Expression IsOpen) Around(Expression left, Expression right, double absolute, double relative)
    {
        Expression[] numbers = [AsDouble(left), AsDouble(right), Double(absolute), Double(relative)];
        var (isNear, isFar) = (Expression.Call(typeof(Nearness), nameof(Nearness.IsNear), null, numbers), Expression.Call(typeof(Nearness), nameof(Nearness.IsFar), null, numbers));
        return (isNear, Expression.AndAlso(Known(left, right), ColumnExpressions.IsNot(Expression.OrElse(isNear, isFar))));
    }

    static BinaryExpression Known(Expression left, Expression right) =>
        Expression.AndAlso(Expression.NotEqual(left, Expression.Constant(null, left.Type)), Expression.NotEqual(right, Expression.Constant(null, right.Type)));

    static Expression AsDouble(Expression number) => number.Type == typeof(double?) ? number : Expression.Convert(number, typeof(double?));

    static MethodCallExpression Micros(Expression time) => Expression.Call(new Func<DateTime?, long?>(Portable.ToEpochMicroseconds).Method, time);

    static ConstantExpression Double(double value) => Expression.Constant((double?)value, typeof(double?));

    static ConstantExpression Long(long value) => Expression.Constant((long?)value, typeof(long?));

    static Expression Or(Expression one, Expression other) => one == False ? other : other == False ? one : Expression.OrElse(one, other);
}
