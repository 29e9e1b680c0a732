using LinqToDB.Internal.SqlQuery;

namespace SqlHarness.Testing.Statements.Mutation.Windowing;

/// <summary>A window forgets the last key of its order, or takes its first two in the other order.</summary>
sealed class WindowTieBreaker : ElementOperator<SqlExtendedFunction>
{
    public override string Code => "WTB";

    protected override IEnumerable<Alternative> Of(SqlExtendedFunction element, Site site)
    {
        var items = WindowOrders.Items(element);
        if (items.Count < 2)
            yield break;
        var last = items.Count - 1;
        yield return new(element.WithOrderBy(items.SkipLast(1)), WindowOrders.Differing(element, last, site) + ", the later stored first")
        {
            Equivalent = WindowOrders.IsDecidedBefore(element, last, site) ? WindowOrders.Decided(element, last, site) : null,
        };
        yield return new(element.WithOrderBy([items[1], items[0], .. items.Skip(2)]),
            $"two rows of one partition that {site.Level.Text(items[0].Expression)} and {site.Level.Text(items[1].Expression)} order differently");
    }
}
