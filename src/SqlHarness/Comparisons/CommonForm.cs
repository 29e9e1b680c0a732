using System.Linq.Expressions;
using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>The one type in which the values of both sides of a column are compared, and how a query brings them there.</summary>
static class CommonForm
{
    /// <summary>The type; it can always be NULL.</summary>
    public static Type TypeOf(ComparedColumn column) => column.As switch
    {
        ComparedAs.WholeNumber => IsLong(column.Left.Type) && IsLong(column.Right.Type) ? typeof(long?) : typeof(decimal?),
        ComparedAs.DecimalNumber => typeof(decimal?),
        ComparedAs.FloatingPoint => typeof(double?),
        // Not every engine has a greatest truth value.
        ComparedAs.Truth => typeof(int?),
        ComparedAs.Time or ComparedAs.Date => typeof(DateTime?),
        ComparedAs.TimeOfDay => typeof(TimeOnly?),
        ComparedAs.Duration => typeof(TimeSpan?),
        ComparedAs.Text => typeof(string),
        ComparedAs.Uuid => typeof(Guid?),
        _ => typeof(byte[]),
    };

    /// <summary>A cell of a query in its common form.</summary>
    /// <param name="column">The column.</param>
    /// <param name="cell">The cell, of the side's own type.</param>
    /// <exception cref="ComparisonException">No dialect brings such a cell there.</exception>
    public static Expression Of(ComparedColumn column, Expression cell)
    {
        var target = TypeOf(column);
        var type = Nullable.GetUnderlyingType(cell.Type) ?? cell.Type;
        return column.As switch
        {
            ComparedAs.Text when WrittenText.IsIn(column) && type != typeof(string) => WrittenText.Of(cell),
            ComparedAs.Text when IsLong(type) => Expression.Call(new Func<long?, string?>(Portable.ToText).Method, As(cell, typeof(long?))),
            ComparedAs.Text when type != typeof(string) => throw new ComparisonException($"Column {column.Name} is text on one side and {Tables.TypeText.Of(type)} on the other, which is not read from texts; cast it in a query, or ignore it."),
            ComparedAs.Truth or ComparedAs.WholeNumber when type == typeof(bool) => As(Bit(cell), target),
            ComparedAs.DecimalNumber or ComparedAs.WholeNumber when target == typeof(decimal?) && IsLong(type) => Expression.Call(new Func<long?, decimal?>(Casts.ToDecimal).Method, As(cell, typeof(long?))),
            ComparedAs.Time or ComparedAs.Date when type == typeof(DateOnly) => Expression.Call(new Func<DateOnly?, DateTime?>(Casts.ToTime).Method, As(cell, typeof(DateOnly?))),
            ComparedAs.FloatingPoint => Expression.Call(new Func<double?, double?>(Casts.OneZero).Method, As(cell, target)),
            _ => As(cell, target),
        };
    }

    static bool IsLong(Type type) => Type.GetTypeCode(type) is >= TypeCode.SByte and <= TypeCode.Int64 or TypeCode.Boolean && !type.IsEnum;

    /// <summary>A cell of another type.</summary>
    public static Expression As(Expression cell, Type type) => cell.Type == type ? cell : Expression.Convert(cell, type);

    /// <summary>A truth value as 1 or 0.</summary>
    public static Expression Bit(Expression cell)
    {
        var none = Expression.Constant(null, typeof(int?));
        Expression Value(Expression truth) => Expression.Condition(truth, As(Expression.Constant(1), typeof(int?)), As(Expression.Constant(0), typeof(int?)));
        return cell.Type == typeof(bool) ? Value(cell)
            : Expression.Condition(Expression.Equal(cell, Expression.Constant(null, cell.Type)), none, Value(Expression.Property(cell, nameof(Nullable<>.Value))));
    }
}
