using LinqToDB;
using SqlHarness.Sessions;
using SqlHarness.Tests.Testing.UnderTest;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>Queries of many kinds.</summary>
static class MutationQueries
{
    public static readonly IReadOnlyList<MutationQuery> All =
    [
        MutationQuery.Of("filter", b =>
        {
            var (least, ids) = (12.5m, new[] { 1, 2, 3 });
            return b.Orders.Where(o => o.Amount > least && ids.Contains(o.Id) || o.Region.StartsWith("EU", StringComparison.Ordinal))
                .Select(o => new { o.Id, Size = o.Amount > 50m ? "big" : o.Coupon });
        }),
        MutationQuery.Of("inner join", b => b.Parents.Join(b.Children, p => p.Id, c => c.ParentId, (p, c) => new { p.Name, c.Value, Sum = p.Kind + c.Kind * 2 })),
        MutationQuery.Of("left join", b =>
            b.Parents.LeftJoin(b.Children, (p, c) => p.Id == c.ParentId && p.Kind == c.Kind
            && c.Value > 0, (p, c) => new { p.Id, Value = (int?)c.Value }).Where(x => x.Value != 3)),
        MutationQuery.Of("full join", b => b.Parents.FullJoin(b.Children, (p, c) => p.Id == c.ParentId, (p, c) => new { Id = (int?)p.Id, c.Value })),
        MutationQuery.Of("windows", b => b.Parents.Select(p => new
        {
            p.Id,
            Before = Sql.Window.Lag(p.Value, w => w.PartitionBy(p.Kind).OrderBy(p.Value).ThenBy(p.Id)),
            Rank = Sql.Window.Rank(w => w.OrderBy(p.Value)),
            Sum = Sql.Window.Sum(p.Value, w => w.PartitionBy(p.Kind).OrderBy(p.Id).RowsBetween.ValuePreceding(2).And.CurrentRow),
            First = Sql.Window.FirstValue(p.Name, w => w.OrderBy(p.Id)),
        })),
        MutationQuery.Of("latest", b =>
            b.Events.Select(e => new { e.EventId, e.UserId,
            Number = Sql.Window.RowNumber(w => w.PartitionBy(e.UserId).OrderByDesc(e.EventTime).ThenBy(e.EventId)) }).AsSubQuery().Where(x => x.Number == 1)),
        MutationQuery.Of("groups", b => b.Parents.GroupBy(p => p.Kind).Where(g => g.Count() > 1).Select(g => new
        {
            g.Key, Big = g.Count(p => p.Value > 1), Sum = g.Sum(p => p.Value > 1 ? p.Value : 0), Different = g.Select(p => p.Value).Distinct()
                .Count(), Average = g.Average(p => p.Value), Most = g.Max(p => p.Name),
        })),
        MutationQuery.Of("all rows", b => b.Children.GroupBy(c => Portable.Native(1)).Select(g => new { Count = g.Count(), Most = g.Max(c => c.Value) })),
        MutationQuery.Of("union", b => b.Parents.Select(p => new { p.Kind, p.Value }).Union(b.Children.Select(c => new { c.Kind, c.Value }))),
        MutationQuery.Of("except", b => b.Parents.Select(p => new { p.Kind, p.Value }).Except(b.Children.Select(c => new { c.Kind, c.Value }))),
        MutationQuery.Of("page", b =>
        {
            var children = b.Children;
            return b.Parents.Where(p => children.Any(c => c.ParentId == p.Id) || !children.Select(c => c.Kind).Contains(p.Kind)).OrderBy(p => p.Value).ThenBy(p => p.Id).Skip(1).Take(3);
        }),
        MutationQuery.Of("case", b => b.Parents.Select(p => new { p.Id, Size = p.Value == null ? "none" : p.Value < 1 ? "low" : p.Value < 2 ? "middle" : "high", Half = p.Kind / 2.0 })),
        MutationQuery.Of("distinct", b => b.Children.Where(c => c.Value >= 1 && (c.Kind == null || c.Kind != c.Value)).Select(c => new { c.Kind, Other = c.Value ?? c.ParentId }).Distinct()),
        MutationQuery.Of("daily revenues", b => ShopQueries.DailyRevenues(b.Orders)),
        MutationQuery.Of("net amounts", b => ShopQueries.NetAmounts(b.Orders, b.Refunds)),
        MutationQuery.Of("sessionize", b => SessionQueries.SessionizedEvents(b.Events)),
        MutationQuery.Of("sessionize by range join", b => SessionQueries.SessionizedEventsRangeJoin(b.Events)),
    ];
}
