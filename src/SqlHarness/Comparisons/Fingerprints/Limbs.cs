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

    static readonly NumberRange Bit = new(0, 1), Digest = new(0, (1L << 48) - 1), Behind = new(-999_999_999, 999_999_999);

    /// <summary>The numbers of a cell. How many there are is the same on both sides; all are NULL where the cell is.</summary>
    /// <param name="column">The column.</param>
    /// <param name="cell">The cell, in its common form or in what a key's tolerance leaves of it.</param>
    /// <exception cref="ComparisonException">Its values are not compared across engines; the message names it.</exception>
    public static IReadOnlyList<Limb> Of(ComparedColumn column, Expression cell)
    {
        var type = cell.Type;
        return type == typeof(int?) ? [new(Expression.Convert(cell, typeof(long?)), Bit)]
            : type == typeof(long?) ? [new(cell, IsNarrow(column.Left.Type) && IsNarrow(column.Right.Type) ? NumberRange.Narrow : NumberRange.All)]
            : type == typeof(DateTime?) ? [new(Expression.Call(Micros, cell), NumberRange.All)]
            : type == typeof(string) ? [new(Expression.Call(Md5, cell), Digest)]
            : type == typeof(Guid?) ? [new(Expression.Call(Md5, Expression.Call(UuidText, cell)), Digest)]
            : type == typeof(decimal?) ? Exact(column, cell)
            : type == typeof(double?) ? [new(Expression.Call(WholeFloating, cell), NumberRange.All), new(Expression.Call(Fraction, cell), NumberRange.All), new(Expression.Call(FractionOfFraction, cell), NumberRange.All)]
            : throw new ComparisonException($"Column {column.Name} is {TypeText.Of(column.Left.Type)}, which has no fingerprint that engines share; ignore it, or cast it in a query.");
    }

    /// <summary>The number of a cell that is one number.</summary>
    /// <param name="column">The column.</param>
    /// <param name="cell">The cell, or its number.</param>
    public static long NumberOf(PlannedColumn column, object cell) => cell switch
    {
        DateTime time => (time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond,
        decimal number when column.Type == typeof(decimal?) => (long)(number * Units(UnitDigits(column.Column)!.Value)),
        _ => Convert.ToInt64(cell, System.Globalization.CultureInfo.InvariantCulture),
    };

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
    static Limb[] Exact(ComparedColumn column, Expression cell) => UnitDigits(column) is { } digits
        ? [new(Expression.Call(Scaled, cell, Expression.Constant((long?)Units(digits), typeof(long?))), NumberRange.All)]
        : [new(Expression.Call(Whole, cell), NumberRange.All), new(Expression.Call(Billionths, cell), Behind), new(Expression.Call(Quintillionths, cell), Behind)];

    // How many digits behind the point the least unit of both sides has, where all values are so many of it that 64 bits hold.
    static int? UnitDigits(ComparedColumn column) => Declared(column.Left) is { } left && Declared(column.Right) is { } right
        && Math.Max(left.Scale, right.Scale) is var scale and <= 9 && Math.Max(left.Digits - left.Scale, right.Digits - right.Scale) + scale <= 18 ? scale : null;

    static long Units(int digits) => (long)Math.Pow(10, digits);

    static (int Digits, int Scale)? Declared(ColumnType column) => column.Type == typeof(decimal) && column.DatabaseType?.Split('(', ',', ')') is [_, var digits, var scale, ..]
        && int.TryParse(digits, out var all) && int.TryParse(scale, out var behind) ? (all, behind) : null;

    /// <summary>The digits behind a decimal's point; all that are looked at where nobody said how many there are.</summary>
    internal static int Scale(string? databaseType) => databaseType?.Split('(', ',', ')') is [_, _, var scale, ..] && int.TryParse(scale, out var digits) ? digits
        : databaseType?.Split('(', ')') is [_, var precision, ..] && int.TryParse(precision, out _) ? 0 : 18;

    static ConstantExpression Double(double value) => Expression.Constant((double?)value, typeof(double?));
}
