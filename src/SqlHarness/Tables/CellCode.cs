using System.Linq.Expressions;
using System.Reflection;

namespace SqlHarness.Tables;

/// <summary>Code that reads, compares and hashes the cells of a row type.</summary>
static class CellCode
{
    /// <summary>Whether two rows are equal cell by cell.</summary>
    public static Func<T, T, bool> Equality<T>()
    {
        var (x, y) = (Expression.Parameter(typeof(T)), Expression.Parameter(typeof(T)));
        return Expression.Lambda<Func<T, T, bool>>(Cells(x).Zip(Cells(y), AreEqual).Aggregate(Expression.AndAlso), x, y).Compile();
    }

    /// <summary>A hash that equal rows share.</summary>
    public static Func<T, int> Hash<T>()
    {
        var row = Expression.Parameter(typeof(T));
        var combine = new Func<int, int, int>(HashCode.Combine).Method;
        return Expression.Lambda<Func<T, int>>(Cells(row).Select(HashOf).Aggregate((a, b) => Expression.Call(combine, a, b)), row).Compile();
    }

    static IEnumerable<Expression> Cells(Expression row) => RowColumns.Of(row.Type).Select(c => Read(row, c.Path));

    // NULL where an object on the way is.
    static Expression Read(Expression owner, IEnumerable<MemberInfo> path)
    {
        if (!path.Any())
            return owner;
        var value = Read(Expression.MakeMemberAccess(owner, path.First()), path.Skip(1));
        if (owner.Type.IsValueType)
            return value;
        var type = value.Type.IsValueType && Nullable.GetUnderlyingType(value.Type) is null ? typeof(Nullable<>).MakeGenericType(value.Type) : value.Type;
        return Expression.Condition(Expression.ReferenceEqual(owner, Expression.Constant(null)), Expression.Default(type), Expression.Convert(value, type));
    }

    static Expression AreEqual(Expression x, Expression y) => HasOwnEquality(x.Type)
        ? Expression.Call(Default(x.Type), nameof(EqualityComparer<>.Equals), null, x, y)
        : Expression.Call(new Func<object?, object?, bool>(RowEquality.CellsEqual).Method, Expression.Convert(x, typeof(object)), Expression.Convert(y, typeof(object)));

    static Expression HashOf(Expression cell) => HasOwnEquality(cell.Type)
        ? Expression.Call(Default(cell.Type), nameof(EqualityComparer<>.GetHashCode), null, cell)
        : Expression.Call(new Func<object?, int>(RowEquality.CellHash).Method, Expression.Convert(cell, typeof(object)));

    // Bytes and lists are compared by content.
    static bool HasOwnEquality(Type cell) => cell != typeof(byte[]) && KeyParts.IsScalar(cell);

    static ConstantExpression Default(Type cell)
    {
        var comparer = typeof(EqualityComparer<>).MakeGenericType(cell);
        return Expression.Constant(comparer.GetProperty(nameof(EqualityComparer<>.Default))!.GetValue(null), comparer);
    }
}
