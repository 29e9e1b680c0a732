using System.Linq.Expressions;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>Rows that stay an <see cref="Item"/> but for a column or two, in a query as <c>with</c> does it in a loop.</summary>
static class Carrying
{
    /// <summary>The item of each row, with one of its columns changed.</summary>
    public static IQueryable<Item> Carry<T, TValue>(this IQueryable<T> rows, Expression<Func<T, Item>> item, Expression<Func<Item, TValue>> column, Expression<Func<T, TValue>> value) =>
        rows.Select(Changed(item, (column, value)));

    /// <summary>The same with two.</summary>
    public static IQueryable<Item> Carry<T, T1, T2>(
        this IQueryable<T> rows, Expression<Func<T, Item>> item, Expression<Func<Item, T1>> first, Expression<Func<T, T1>> firstValue, Expression<Func<Item, T2>> second, Expression<Func<T, T2>> secondValue) =>
        rows.Select(Changed(item, (first, firstValue), (second, secondValue)));

    /// <summary>An item of a row, with some of its columns changed.</summary>
    public static Expression<Func<T, Item>> Changed<T>(Expression<Func<T, Item>> item, params (LambdaExpression Column, LambdaExpression Value)[] changes)
    {
        var row = item.Parameters[0];
        var values = changes.ToDictionary(c => ((MemberExpression)c.Column.Body).Member.Name, c => new Renamed(c.Value.Parameters[0], row).Visit(c.Value.Body));
        var members = typeof(Item).GetProperties().Where(p => p.CanWrite).Select(p => Expression.Bind(p, values.GetValueOrDefault(p.Name) ?? Expression.Property(item.Body, p)));
        return Expression.Lambda<Func<T, Item>>(Expression.MemberInit(Expression.New(typeof(Item)), members), row);
    }

    sealed class Renamed(ParameterExpression from, ParameterExpression to) : ExpressionVisitor
    {
        protected override Expression VisitParameter(ParameterExpression node) => node == from ? to : node;
    }
}
