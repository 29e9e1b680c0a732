using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Windowing;

/// <summary>A key of a window's order is turned round.</summary>
sealed class WindowOrder : ElementOperator<SqlExtendedFunction>
{
    public override string Code => "WOD";

    protected override IEnumerable<Alternative> Of(SqlExtendedFunction element, Site site) => WindowOrders.Items(element).Select((item, place) =>
        new Alternative(element.WithOrderBy(element.OrderBy!.Select((o, i) => i == place ? Turned(o) : o)), WindowOrders.Differing(element, place, site))
        {
            Equivalent = WindowOrders.IsDecidedBefore(element, place, site) ? WindowOrders.Decided(element, place, site) : null,
        });

    // NULL stays the smallest, so it turns round too.
    static SqlWindowOrderItem Turned(SqlWindowOrderItem item) => new(item.Expression, !item.IsDescending, item.NullsPosition switch
    {
        Sql.NullsPosition.First => Sql.NullsPosition.Last,
        Sql.NullsPosition.Last => Sql.NullsPosition.First,
        _ => item.NullsPosition,
    });
}
