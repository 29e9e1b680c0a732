using System.Linq.Expressions;
using System.Reflection;
using SqlHarness.Portability;
using SqlHarness.Tables;

namespace SqlHarness.Comparisons;

/// <summary>
/// A value as a few integers between −10⁹ and 10⁹, which say it whole: what every engine calculates with alike, and what differs modulo a prime above 2·10⁹ where it differs at all. The count
/// is that of the column's common form; what a side's own type cannot reach is zero there and not calculated.
/// </summary>
static class Limbs
{
    static readonly MethodInfo Low = new Func<long?, long?>(Modular.LowDigits).Method;
    static readonly MethodInfo Middle = new Func<long?, long?>(Modular.MiddleDigits).Method;
    static readonly MethodInfo High = new Func<long?, long?>(Modular.HighDigits).Method;
    static readonly MethodInfo Highest = new Func<long?, long?>(Modular.HighestDigits).Method;
    static readonly MethodInfo Micros = new Func<DateTime?, long?>(Portable.ToEpochMicroseconds).Method;
    static readonly MethodInfo Md5 = new Func<string?, long?>(Portable.Md5Low48).Method;
    static readonly MethodInfo UuidText = new Func<Guid?, string?>(Casts.UuidText).Method;
    static readonly MethodInfo Abs = new Func<double?, double?>(Portable.Abs).Method;
    static readonly MethodInfo Whole = new Func<decimal?, long?>(Casts.Whole).Method;
    static readonly MethodInfo WholeFloating = new Func<double?, long?>(Casts.Whole).Method;
    static readonly MethodInfo Fraction = new Func<double?, long?>(Casts.Fraction).Method;
    static readonly MethodInfo FractionOfFraction = new Func<double?, long?>(Casts.FractionOfFraction).Method;
    static readonly MethodInfo Billionths = new Func<decimal?, long?>(Casts.Billionths).Method;
    static readonly MethodInfo Quintillionths = new Func<decimal?, long?>(Casts.Quintillionths).Method;

    /// <summary>How many a column has.</summary>
    /// <exception cref="ComparisonException">Its values are not compared across engines; the message names it.</exception>
    public static int Count(ComparedColumn column) => CommonForm.TypeOf(column) is var type && type == typeof(int?) ? 1
        : type == typeof(long?) ? 3
        : type == typeof(decimal?) ? 5
        : type == typeof(double?) ? 9
        : type == typeof(DateTime?) || type == typeof(string) || type == typeof(Guid?) ? 2
        : throw new ComparisonException($"Column {column.Name} is {TypeText.Of(column.Left.Type)}, which has no fingerprint that engines share; ignore it, or cast it in a query.");

    /// <summary>The limbs of a cell that is not NULL, each with its place.</summary>
    /// <param name="column">The column.</param>
    /// <param name="own">The column as this side has it.</param>
    /// <param name="cell">The cell, in its common form.</param>
    public static IEnumerable<(int Place, Expression Limb)> Of(ComparedColumn column, ColumnType own, Expression cell)
    {
        var type = cell.Type;
        return type == typeof(int?) ? [(0, Expression.Convert(cell, typeof(long?)))]
            : type == typeof(long?) ? Digits(cell, Size(own.Type), 0)
            : type == typeof(DateTime?) ? Digits(Expression.Call(Micros, cell), 2, 0)
            : type == typeof(string) ? Digits(Expression.Call(Md5, cell), 2, 0)
            : type == typeof(Guid?) ? Digits(Expression.Call(Md5, Expression.Call(UuidText, cell)), 2, 0)
            : type == typeof(decimal?) ? Exact(own, cell)
            : Floating(cell);
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

    // How many digits a type of whole numbers reaches.
    static int Size(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Boolean or TypeCode.SByte or TypeCode.Byte or TypeCode.Int16 or TypeCode.UInt16 => 1,
        TypeCode.Int32 => 2,
        _ => 3,
    };

    static IEnumerable<(int, Expression)> Exact(ColumnType own, Expression cell)
    {
        if (own.Type != typeof(decimal))
            return Digits(Expression.Call(Whole, cell), Size(own.Type), 0);
        var scale = Scale(own.DatabaseType);
        return [.. Digits(Expression.Call(Whole, cell), 3, 0), .. scale > 0 ? [(3, Expression.Call(Billionths, cell))] : Array.Empty<(int, Expression)>(), .. scale > 9 ? [(4, Expression.Call(Quintillionths, cell))] : Array.Empty<(int, Expression)>()];
    }

    static IEnumerable<(int, Expression)> Floating(Expression cell) =>
        [.. Digits(Expression.Call(WholeFloating, cell), 3, 0), .. Digits(Expression.Call(Fraction, cell), 3, 3), .. Digits(Expression.Call(FractionOfFraction, cell), 3, 6)];

    static IEnumerable<(int, Expression)> Digits(Expression number, int count, int from) => count switch
    {
        1 => [(from, number)],
        2 => [(from, Expression.Call(Low, number)), (from + 1, Expression.Call(High, number))],
        _ => [(from, Expression.Call(Low, number)), (from + 1, Expression.Call(Middle, number)), (from + 2, Expression.Call(Highest, number))],
    };

    /// <summary>The digits behind a decimal's point; all that are looked at where nobody said how many there are.</summary>
    internal static int Scale(string? databaseType) => databaseType?.Split('(', ',', ')') is [_, _, var scale, ..] && int.TryParse(scale, out var digits) ? digits
        : databaseType?.Split('(', ')') is [_, var precision, ..] && int.TryParse(precision, out _) ? 0 : 18;

    static ConstantExpression Double(double value) => Expression.Constant((double?)value, typeof(double?));
}
