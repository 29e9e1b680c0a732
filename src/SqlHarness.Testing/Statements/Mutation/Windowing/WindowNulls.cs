using LinqToDB;
using LinqToDB.Internal.SqlQuery;
using LinqToDB.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Windowing;

/// <summary>NULL comes at the other end of a window's order, or is skipped where it was not.</summary>
sealed class WindowNulls : ElementOperator<SqlExtendedFunction>
{
    public override string Code => "WNF";

    protected override IEnumerable<Alternative> Of(SqlExtendedFunction element, Site site)
    {
        var items = WindowOrders.Items(element);
        for (var i = 0; i < items.Count; i++)
        {
            var (place, item) = (i, items[i]);
            // Such a position is not written either.
            if (item.NullsPosition == Sql.NullsPosition.None || !item.Expression.CanBeNullable(NullabilityContext.GetContext(site.Level.Query)))
                continue;
            var other = new SqlWindowOrderItem(item.Expression, item.IsDescending, item.NullsPosition == Sql.NullsPosition.First ? Sql.NullsPosition.Last : Sql.NullsPosition.First);
            yield return new(element.WithOrderBy(items.Select((o, at) => at == place ? other : o)), $"a partition with {site.Level.Text(item.Expression)} NULL in one row and not in another")
            {
                Equivalent = site.Level.NeverNull(item.Expression) ? $"{site.Level.Text(item.Expression)} is never NULL there"
                    : WindowOrders.IsDecidedBefore(element, place, site) ? WindowOrders.Decided(element, place, site) : null,
            };
        }

        if (element.IsWindowFunction && element.NullTreatment != Sql.Nulls.None)
        {
            var treatment = element.NullTreatment == Sql.Nulls.Ignore ? Sql.Nulls.Respect : Sql.Nulls.Ignore;
            yield return new(new SqlExtendedFunction(element.Type, element.FunctionName, element.Arguments, element.ArgumentsNullability,
                element.CanBeNull, element.CanBeNullInAggregationQuery,
                element.WithinGroup, element.PartitionBy, element.OrderBy, element.Filter, element.FrameClause, element.IsAggregate, element.CanBeAffectedByOrderBy, element.KeepClause,
                treatment, element.FromPosition, element.IsWindowFunction, element.ArgumentDomain), $"a partition with {site.Level.Text(element.Arguments[0].Expression)} NULL")
            {
                Equivalent = site.Level.NeverNull(element.Arguments[0].Expression) ? $"{site.Level.Text(element.Arguments[0].Expression)} is never NULL there" : null,
            };
        }
    }
}
