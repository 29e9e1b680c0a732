using System.Linq.Expressions;
using System.Reflection;
using SqlHarness.Portability;
using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>A value as one to three whole numbers of 64 bits, which say it whole: what every engine calculates with alike.</summary>
static class Limbs
{
    static readonly MethodInfo Micros = new Func<DateTime?, long?>(Portable.ToEpochMicroseconds).Method;
    static readonly MethodInfo Md5 = new Func<string?, long?>(Portable.Md5Low48).Method;
    static readonly MethodInfo UuidText = new Func<Guid?, string?>(Casts.UuidText).Method;
    static readonly MethodInfo Abs = new Func<double?, double?>(Portable.Abs).Method;
    static readonly MethodInfo Whole = new Func<decimal?, long?>(Casts.Whole).Method;
    static readonly MethodInfo Billionths = new Func<decimal?, long?>(Casts.Billionths).Method;
    static readonly MethodInfo Quintillionths = new Func<decimal?, long?>(Casts.Quintillionths).Method;
    static readonly MethodInfo Scaled = new Func<decimal?, long?, long?>(Casts.Scaled).Method;
    static readonly MethodInfo WholeFloating = new Func<double?, long?>(Casts.Whole).Method;
    static readonly MethodInfo Fraction = new Func<double?, long?>(Casts.Fraction).Method;
    static readonly MethodInfo FractionOfFraction = new Func<double?, long?>(Casts.FractionOfFraction).Method;

    /// <summary>The numbers of a cell, and which of them are nearer to zero than 2³². How many there are is the same on both sides; all are NULL where the cell is.</summary>
    /// <param name="column">The column.</param>
    /// <param name="cell">The cell, in its common form or in what a key's tolerance leaves of it.</param>
    /// <exception cref="ComparisonException">Its values are not compared across engines; the message names it.</exception>
    public static IReadOnlyList<(Expression Number, bool IsNarrow)> Of(ComparedColumn column, Expression cell)
    {
        var type = cell.Type;
        return type == typeof(int?) ? [(Expression.Convert(cell, typeof(long?)), true)]
            : type == typeof(long?) ? [(cell, IsNarrow(column.Left.Type) && IsNarrow(column.Right.Type))]
            : type == typeof(DateTime?) ? [(Expression.Call(Micros, cell), false)]
            : type == typeof(string) ? [(Expression.Call(Md5, cell), false)]
            : type == typeof(Guid?) ? [(Expression.Call(Md5, Expression.Call(UuidText, cell)), false)]
            : type == typeof(decimal?) ? Exact(column, cell)
            : type == typeof(double?) ? [(Expression.Call(WholeFloating, cell), false), (Expression.Call(Fraction, cell), false), (Expression.Call(FractionOfFraction, cell), false)]
            : throw new ComparisonException($"Column {column.Name} is {TypeText.Of(column.Left.Type)}, which has no fingerprint that engines share; ignore it, or cast it in a query.");
    }

    /// <summary>Whether a floating-point number is not said whole by its limbs: beyond ±2⁶² , nearer to zero than 2⁻⁶⁷, or not finite. Null for other types.</summary>
    public static Expression? IsBeyond(Expression cell)
    {
        if (cell.Type != typeof(double?))
            return null;
        var size = Expression.Call(Abs, cell);
        return Expression.AndAlso(Expression.NotEqual(cell, Expression.Constant(null, cell.Type)), ColumnExpressions.IsNot(Expression.AndAlso(Expression.LessThan(size, Double(Math.ScaleB(1, 62))),
            Expression.OrElse(Expression.Equal(cell, Double(0)), Expression.GreaterThan(size, Double(Math.ScaleB(1, -67)))))));
    }

    /// <summary>Whether a floating-point number is as great as another, or beyond all.</summary>
    public static Expression IsFrom(Expression cell, double magnitude) => Expression.GreaterThanOrEqual(Expression.Call(Abs, cell), Double(magnitude));

    static bool IsNarrow(Type type) => Type.GetTypeCode(type) is TypeCode.Boolean or (>= TypeCode.SByte and <= TypeCode.UInt32);

    // Money of declared types is one number of its least units; else there are eighteen digits before the point and as many behind it.
    static (Expression, bool)[] Exact(ComparedColumn column, Expression cell) => Declared(column.Left) is { } left && Declared(column.Right) is { } right
        && Math.Max(left.Scale, right.Scale) is var scale and <= 9 && Math.Max(left.Digits - left.Scale, right.Digits - right.Scale) + scale <= 18
        ? [(Expression.Call(Scaled, cell, Expression.Constant((long?)(long)Math.Pow(10, scale), typeof(long?))), false)]
        : [(Expression.Call(Whole, cell), false), (Expression.Call(Billionths, cell), true), (Expression.Call(Quintillionths, cell), true)];

    static (int Digits, int Scale)? Declared(ColumnType column) => column.Type == typeof(decimal) && column.DatabaseType?.Split('(', ',', ')') is [_, var digits, var scale, ..]
        && int.TryParse(digits, out var all) && int.TryParse(scale, out var behind) ? (all, behind) : null;

    /// <summary>The digits behind a decimal's point; all that are looked at where nobody said how many there are.</summary>
    internal static int Scale(string? databaseType) => databaseType?.Split('(', ',', ')') is [_, _, var scale, ..] && int.TryParse(scale, out var digits) ? digits
        : databaseType?.Split('(', ')') is [_, var precision, ..] && int.TryParse(precision, out _) ? 0 : 18;

    static ConstantExpression Double(double value) => Expression.Constant((double?)value, typeof(double?));
}
