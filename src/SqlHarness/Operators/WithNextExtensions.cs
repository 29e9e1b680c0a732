using System.Linq.Expressions;
using LinqToDB;
using SqlHarness.Portability;

namespace SqlHarness.Operators;

/// <summary>Each row with a value of the row after it.</summary>
public static class WithNextExtensions
{
    /// <summary>Each row with a value of the row after it. No row is dropped.</summary>
    /// <param name="rows">Rows of any entity.</param>
    /// <param name="key">Whose rows follow one another; a column, or several as <c>r => new { r.A, r.B }</c>. A key with a NULL part matches nothing: such a row has no neighbours.</param>
    /// <param name="order">Their order, total within a key: <c>r => new { r.Time, r.Id }</c>. NULLs come first.</param>
    /// <param name="value">The value to take.</param>
    /// <param name="step">The step's name in SQL.</param>
    public static IQueryable<WithNext<TRow, TValue?>> WithNext<TRow, TKey, TOrder, TValue>(
        this IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TOrder>> order, Expression<Func<TRow, TValue>> value,
        string step = "with_next") where TValue : struct =>
        WithNextLifted(rows, key, order, Lift.Value(value), step);

    /// <inheritdoc cref="WithNext{TRow, TKey, TOrder, TValue}(IQueryable{TRow}, Expression{Func{TRow, TKey}}, Expression{Func{TRow, TOrder}}, Expression{Func{TRow, TValue}}, string)"/>
    public static IQueryable<WithNext<TRow, TValue?>> WithNext<TRow, TKey, TOrder, TValue>(
        this IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TOrder>> order, Expression<Func<TRow, TValue?>> value,
        string step = "with_next") where TValue : struct =>
        WithNextLifted(rows, key, order, value, step);

    /// <inheritdoc cref="WithNext{TRow, TKey, TOrder, TValue}(IQueryable{TRow}, Expression{Func{TRow, TKey}}, Expression{Func{TRow, TOrder}}, Expression{Func{TRow, TValue}}, string)"/>
    public static IQueryable<WithNext<TRow, string?>> WithNext<TRow, TKey, TOrder>(
        this IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TOrder>> order, Expression<Func<TRow, string?>> value,
        string step = "with_next") =>
        WithNextLifted(rows, key, order, value, step);

    static IQueryable<WithNext<TRow, TValue>> WithNextLifted<TRow, TKey, TOrder, TValue>(
        IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TOrder>> order, Expression<Func<TRow, TValue>> value, string step) =>
        rows.Select(Template.Expand<Func<TRow, WithNext<TRow, TValue>>>(r => new()
        {
            Row = r,
            Next = Template.IsKnown(key.Of(r)) ? Sql.Window.Lead(value.Of(r), w => w.PartitionBy(key.Of(r)).OrderBy(order.Of(r))) : default!,
        })).AsStep(step);
}
