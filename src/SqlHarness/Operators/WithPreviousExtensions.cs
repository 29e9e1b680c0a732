using System.Linq.Expressions;
using LinqToDB;
using SqlHarness.Portability;

namespace SqlHarness.Operators;

/// <summary>Each row with a value of the row before it.</summary>
public static class WithPreviousExtensions
{
    /// <summary>Each row with a value of the row before it. No row is dropped.</summary>
    /// <param name="rows">Rows of any entity.</param>
    /// <param name="key">Whose rows follow one another; a column, or several as <c>r => new { r.A, r.B }</c>. A key with a NULL part matches nothing: such a row has no neighbours.</param>
    /// <param name="order">Their order, total within a key: <c>r => new { r.Time, r.Id }</c>. NULLs come first.</param>
    /// <param name="value">The value to take.</param>
    /// <param name="step">The step's name in SQL.</param>
    public static IQueryable<WithPrevious<TRow, TValue?>> WithPrevious<TRow, TKey, TOrder, TValue>(
        this IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TOrder>> order, Expression<Func<TRow, TValue>> value,
        string step = "with_previous") where TValue : struct =>
        WithPreviousLifted(rows, key, order, Lift.Value(value), step);

    /// <inheritdoc cref="WithPrevious{TRow, TKey, TOrder, TValue}(IQueryable{TRow}, Expression{Func{TRow, TKey}}, Expression{Func{TRow, TOrder}}, Expression{Func{TRow, TValue}}, string)"/>
    public static IQueryable<WithPrevious<TRow, TValue?>> WithPrevious<TRow, TKey, TOrder, TValue>(
        this IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TOrder>> order, Expression<Func<TRow, TValue?>> value,
        string step = "with_previous") where TValue : struct =>
        WithPreviousLifted(rows, key, order, value, step);

    /// <inheritdoc cref="WithPrevious{TRow, TKey, TOrder, TValue}(IQueryable{TRow}, Expression{Func{TRow, TKey}}, Expression{Func{TRow, TOrder}}, Expression{Func{TRow, TValue}}, string)"/>
    public static IQueryable<WithPrevious<TRow, string?>> WithPrevious<TRow, TKey, TOrder>(
        this IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TOrder>> order, Expression<Func<TRow, string?>> value,
        string step = "with_previous") =>
        WithPreviousLifted(rows, key, order, value, step);

    static IQueryable<WithPrevious<TRow, TValue>> WithPreviousLifted<TRow, TKey, TOrder, TValue>(
        IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TOrder>> order, Expression<Func<TRow, TValue>> value, string step) =>
        rows.Select(Template.Expand<Func<TRow, WithPrevious<TRow, TValue>>>(r => new()
        {
            Row = r,
            Previous = Template.IsKnown(key.Of(r)) ? Sql.Window.Lag(value.Of(r), w => w.PartitionBy(key.Of(r)).OrderBy(order.Of(r))) : default!,
        })).AsStep(step);
}
