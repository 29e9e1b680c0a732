using System.Linq.Expressions;
using LinqToDB;
using SqlHarness.Portability;

namespace SqlHarness.Operators;

/// <summary>Each row with the last known value at it: its own, or the last one before it that is not NULL.</summary>
public static class FillForwardExtensions
{
    /// <summary>Each row with the last known value at it: its own, or the last one before it that is not NULL. No row is dropped.</summary>
    /// <param name="rows">Rows of any entity.</param>
    /// <param name="key">Whose rows follow one another; a column, or several as <c>r => new { r.A, r.B }</c>. A row whose key has a NULL part keeps its own value.</param>
    /// <param name="order">Their order, total within a key: <c>r => new { r.Time, r.Id }</c>. NULLs come first.</param>
    /// <param name="value">The value to take.</param>
    /// <param name="step">The step's name in SQL.</param>
    public static IQueryable<Filled<TRow, TValue?>> FillForward<TRow, TKey, TOrder, TValue>(
        this IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TOrder>> order, Expression<Func<TRow, TValue>> value,
        string step = "filled_forward") where TValue : struct =>
        FillForwardLifted(rows, key, order, Lift.Value(value), step);

    /// <inheritdoc cref="FillForward{TRow, TKey, TOrder, TValue}(IQueryable{TRow}, Expression{Func{TRow, TKey}}, Expression{Func{TRow, TOrder}}, Expression{Func{TRow, TValue}}, string)"/>
    public static IQueryable<Filled<TRow, TValue?>> FillForward<TRow, TKey, TOrder, TValue>(
        this IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TOrder>> order, Expression<Func<TRow, TValue?>> value,
        string step = "filled_forward") where TValue : struct =>
        FillForwardLifted(rows, key, order, value, step);

    /// <inheritdoc cref="FillForward{TRow, TKey, TOrder, TValue}(IQueryable{TRow}, Expression{Func{TRow, TKey}}, Expression{Func{TRow, TOrder}}, Expression{Func{TRow, TValue}}, string)"/>
    public static IQueryable<Filled<TRow, string?>> FillForward<TRow, TKey, TOrder>(
        this IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TOrder>> order, Expression<Func<TRow, string?>> value,
        string step = "filled_forward") =>
        FillForwardLifted(rows, key, order, value, step);

    // Rows between two known values share the count of known values so far, and the first of them is the known one. IGNORE NULLS would say it shorter, on few engines.
    static IQueryable<Filled<TRow, TValue>> FillForwardLifted<TRow, TKey, TOrder, TValue>(
        IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TOrder>> order, Expression<Func<TRow, TValue>> value, string step) =>
        rows.Select(Template.Expand<Func<TRow, Run<TRow>>>(r => new()
        {
            Row = r,
            Number = Sql.Window.LongCount(value.Of(r), w => w.PartitionBy(key.Of(r)).OrderBy(order.Of(r)).RangeBetween.Unbounded.And.CurrentRow),
        })).AsStep(step + "_runs")
        .Select(Template.Expand<Func<Run<TRow>, Filled<TRow, TValue>>>(x => new()
        {
            Row = x.Row,
            Value = Template.IsKnown(key.Of(x.Row))
                ? Sql.Window.FirstValue(value.Of(x.Row), w => w.PartitionBy(key.Of(x.Row), x.Number).OrderBy(order.Of(x.Row)))
                : value.Of(x.Row),
        })).AsStep(step);

    sealed class Run<TRow>
    {
        public TRow Row { get; set; } = default!;
        public long Number { get; set; }
    }
}
