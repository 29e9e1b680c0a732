using System.Linq.Expressions;
using LinqToDB;
using SqlHarness.Portability;

namespace SqlHarness.Operators;

/// <summary>One row of each key.</summary>
public static class LatestPerExtensions
{
    /// <summary>The last row of each key by an order, or the first.</summary>
    /// <param name="rows">Rows of any entity.</param>
    /// <param name="key">A column, or several as <c>r => new { r.A, r.B }</c>. A row whose key has a NULL part belongs to no key and is not returned.</param>
    /// <param name="order">The order, total within a key: <c>r => new { r.Time, r.Id }</c>. NULLs come first.</param>
    /// <param name="pick">The last row by default, or the first.</param>
    /// <param name="step">The step's name in SQL.</param>
    public static IQueryable<TRow> LatestPer<TRow, TKey, TOrder>(
        this IQueryable<TRow> rows, Expression<Func<TRow, TKey>> key, Expression<Func<TRow, TOrder>> order, Pick pick = Pick.Last, string step = "latest_per_key") =>
        rows.Where(Template.Expand<Func<TRow, bool>>(r => Template.IsKnown(key.Of(r))))
            .Select(pick == Pick.First
                ? Template.Expand<Func<TRow, Numbered<TRow>>>(r => new() { Row = r, Number = Sql.Window.RowNumber(w => w.PartitionBy(key.Of(r)).OrderBy(order.Of(r))) })
                : Template.Expand<Func<TRow, Numbered<TRow>>>(r => new() { Row = r, Number = Sql.Window.RowNumber(w => w.PartitionBy(key.Of(r)).OrderByDesc(order.Of(r))) }))
            .AsStep(step)
            .Where(x => x.Number == 1)
            .Select(x => x.Row);

    sealed class Numbered<TRow>
    {
        public TRow Row { get; set; } = default!;
        public long Number { get; set; }
    }
}
