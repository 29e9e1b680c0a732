using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Limits;

/// <summary>A key of the order in which rows are taken is turned round. Where no rows are taken or skipped, order means nothing.</summary>
sealed class RowOrder : MutationOperator
{
    public override string Code => "ORD";

    public override IEnumerable<Change> Of(MutatedLevel level)
    {
        var items = level.Query.OrderBy.Items;
        return !level.IsLimited ? [] : items.Select((item, place) =>
            new Change(level.Text(item), level.Text(Turned(item)), $"more rows than are taken, which differ in {level.Text(item.Expression)}",
            () => items[place] = Turned(item))
        {
            Equivalent = RowOrders.IsDecidedBefore(level, place) ? RowOrders.Decided(level, place) : null,
        });
    }

    static SqlOrderByItem Turned(SqlOrderByItem item) => new(item.Expression, !item.IsDescending, item.IsPositioned, item.NullsPosition switch
    {
        LinqToDB.Sql.NullsPosition.First => LinqToDB.Sql.NullsPosition.Last,
        LinqToDB.Sql.NullsPosition.Last => LinqToDB.Sql.NullsPosition.First,
        var position => position,
    });
}
