using LinqToDB;
using SqlHarness.Tests.Testing.UnderTest;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Testing.Mutation;

/// <summary>All rules of equivalence.</summary>
static class Equivalences
{
    public static readonly IReadOnlyList<Equivalence> All =
    [
        Equivalence.Of("NLI", "never NULL", "column", b => b.Parents.Where(p => p.Id > 1), b => b.Parents.Where(p => p.Value > 1)),
        Equivalence.Of("NLI", "never NULL", "column of an inner or outer join",
            b => b.Orders.InnerJoin(b.Refunds, (o, r) => o.Id == r.Id, (o, r) => new { o.Id, r.Amount }).AsSubQuery().Where(x => x.Amount < 5m),
            b => b.Orders.LeftJoin(b.Refunds, (o, r) => o.Id == r.Id, (o, r) => new { o.Id, Amount = (decimal?)r.Amount }).AsSubQuery().Where(x => x.Amount < 5m)),
        Equivalence.Of("NLS", "never NULL", "column", b => b.Parents.Select(p => new { p.Id }), b => b.Parents.Select(p => new { p.Value })),
        Equivalence.Of("NLS", "never NULL", "sum of a group or of all", b => b.Children.GroupBy(c => c.Kind).Select(g => new { Sum = g.Sum(c => (int?)c.ParentId) }),
            b => b.Children.GroupBy(c => Portable.Native(1)).Select(g => new { Sum = g.Sum(c => (int?)c.ParentId) })),
        Equivalence.Of("NLS", "never NULL", "column that a comparison requires",
            b => b.Refunds.Where(r => r.OrderId >= 1).Select(r => new { r.OrderId, r.Amount }).Distinct(),
            b => b.Refunds.Where(r => r.OrderId != 1).Select(r => new { r.OrderId, r.Amount }).Distinct()),
        Equivalence.Of("NLS", "never NULL", "first value of a window",
            b => b.Parents.Select(p => new { First = Sql.Window.FirstValue(p.Id, w => w.PartitionBy(p.Kind).OrderBy(p.Id)) }),
            b => b.Parents.Select(p => new { First = Sql.Window.FirstValue(p.Value, w => w.PartitionBy(p.Kind).OrderBy(p.Id)) })),
        Equivalence.Of("NLI", "another condition holds for no", "range",
            b => b.Parents.Join(b.Children, p => p.Kind, c => c.ParentId, (p, c) => new { p.Id, p.Value, Other = c.Value }).Where(x => x.Value >= x.Other && x.Value < x.Other + 2),
            b => b.Parents.Join(b.Children, p => p.Kind, c => c.ParentId, (p, c) => new { p.Id, p.Value, Other = c.Value }).Where(x => x.Value >= x.Other || x.Value < x.Id)),
        Equivalence.Of("NSE", "only one side is ever NULL", "columns", b => b.Parents.Where(p => p.Kind == p.Id), b => b.Parents.Where(p => p.Kind == p.Value)),
        Equivalence.Of("EMP", "never NULL", "sum of a group", b => b.Parents.GroupBy(p => p.Kind).Select(g => new { g.Key, Sum = g.Sum(p => (int?)p.Id) }),
            b => b.Parents.GroupBy(p => p.Kind).Select(g => new { g.Key, Sum = g.Sum(p => p.Value) })),
        Equivalence.Of("EMP", "makes 0 of NULL", "scalar with a default", b => ShopQueries.NetAmounts(b.Orders, b.Refunds), b =>
        {
            var refunds = b.Refunds;
            return b.Orders.Select(o => new { o.Id, Net = o.Amount - (refunds.Where(r => r.OrderId == o.Id).Sum(r => (decimal?)r.Amount) ?? 5m) });
        }),
        Equivalence.Of("ROR", "never below", "row number", b =>
            b.Parents.Select(p => new { p.Id, Number = Sql.Window.RowNumber(w => w.OrderBy(p.Id)) }).AsSubQuery().Where(x => x.Number == 1),
            b => b.Parents.Select(p => new { p.Id, Number = p.Id }).AsSubQuery().Where(x => x.Number == 1)),
        Equivalence.Of("ROR", "never below", "count of a group", b => b.Parents.GroupBy(p => p.Kind).Where(g => g.Count() > 1).Select(g => new { g.Key }),
            b => b.Parents.GroupBy(p => p.Kind).Where(g => g.Sum(p => p.Id) > 1).Select(g => new { g.Key })),
        Equivalence.Of("CSW", "satisfies both", "NULL and a number", b =>
            b.Parents.Select(p => new { Size = p.Value == null ? "none" : p.Value < 1 ? "low" : "high" }).Where(x => x.Size != "x"),
            b => b.Parents.Select(p => new { Size = p.Id < 1 ? "low" : p.Id < 3 ? "middle" : "high" }).Where(x => x.Size != "x")),
        Equivalence.Of("AGD", "have the same", "unique value", b => b.Parents.GroupBy(p => p.Kind).Select(g => new { g.Key, Sum = g.Sum(p => p.Id) }),
            b => b.Children.GroupBy(c => c.Kind).Select(g => new { g.Key, Sum = g.Sum(c => c.ParentId) })),
        Equivalence.Of("CNT", "never NULL", "window", b => b.Parents.Select(p => new { p.Id, Count = Sql.Window.Count(p.Id, w => w.PartitionBy(p.Kind)) }),
            b => b.Parents.Select(p => new { p.Id, Count = Sql.Window.Count(p.Value, w => w.PartitionBy(p.Kind)) })),
        Equivalence.Of("GRU", "determine", "primary key", b => b.Parents.GroupBy(p => new { p.Id, p.Kind }).Select(g => new { g.Key.Id, g.Key.Kind, Most = g.Max(p => p.Value) }),
            b => b.Children.GroupBy(c => new { c.ParentId, c.Kind }).Select(g => new { g.Key.ParentId, g.Key.Kind, Most = g.Max(c => c.Value) })),
        Equivalence.Of("SEL", "no two of its rows are equal", "primary key", b => b.Parents.Select(p => new { p.Id, p.Kind }), b => b.Parents.Select(p => new { p.Kind })),
        Equivalence.Of("SEL", "no two of its rows are equal", "keys of a group", b => b.Children.GroupBy(c => c.Kind).Select(g => new { g.Key, Count = g.Count() }),
            b => b.Children.GroupBy(c => c.Kind).Select(g => new { Count = g.Count() })),
        Equivalence.Of("SEL", "no two of its rows are equal", "key on the other side of an inner join", b =>
            b.Orders.Join(b.Refunds, o => (int?)o.Id, r => r.OrderId, (o, r) => new { r.Id, o.Region }),
            b => b.Orders.Join(b.Refunds, o => (int?)o.Id, r => r.OrderId, (o, r) => new { o.Id, o.Region })),
        Equivalence.Of("SEL", "no two of its rows are equal", "keys of both sides of an outer join",
            b => b.Orders.LeftJoin(b.Refunds, (o, r) => o.Id == r.OrderId, (o, r) => new { o.Id, Refund = (int?)r.Id }),
            b => b.Orders.LeftJoin(b.Refunds, (o, r) => o.Id == r.OrderId, (o, r) => new { o.Id, Refund = r.OrderId })),
        Equivalence.Of("SEL", "no two of its rows are equal", "key of a sub-query", b => b.Parents.Select(p => new { p.Id, p.Kind }).AsSubQuery().Select(x => new { x.Kind, x.Id }),
            b => b.Parents.Select(p => new { p.Id, p.Kind }).AsSubQuery().Select(x => new { x.Kind })),
        Equivalence.Of("SEL", "does not count rows", "IN", b =>
        {
            var children = b.Children;
            return b.Parents.Where(p => children.Select(c => c.ParentId).Contains(p.Id)).Select(p => new { p.Id });
        }, b => b.Parents.Join(b.Children.Select(c => new { c.ParentId }).AsSubQuery(), p => p.Id, c => c.ParentId, (p, c) => new { p.Id })),
        Equivalence.Of("SEL", "set operator drops", "UNION", b => b.Parents.Select(p => new { p.Kind }).Union(b.Children.Select(c => new { c.Kind })),
            b => b.Parents.Select(p => new { p.Kind }).Concat(b.Children.Select(c => new { c.Kind }))),
        Equivalence.Of("WFN", "no ties", "rank", b => b.Parents.Select(p => new { p.Kind, Rank = Sql.Window.Rank(w => w.PartitionBy(p.Kind).OrderBy(p.Id)) }),
            b => b.Parents.Select(p => new { p.Kind, Rank = Sql.Window.Rank(w => w.PartitionBy(p.Kind).OrderBy(p.Value)) })),
        Equivalence.Of("WPD", "is determined already", "primary key", b => b.Parents.Select(p => new { p.Id, Sum = Sql.Window.Sum(p.Value, w => w.PartitionBy(p.Id, p.Kind)) }),
            b => b.Parents.Select(p => new { p.Id, Sum = Sql.Window.Sum(p.Value, w => w.PartitionBy(p.Name, p.Kind)) })),
        Equivalence.Of("WPA", "determines", "primary key", b => b.Parents.Select(p => new { p.Kind, Sum = Sql.Window.Sum(p.Value, w => w.PartitionBy(p.Id)) }),
            b => b.Parents.Select(p => new { p.Kind, Sum = Sql.Window.Sum(p.Value, w => w.PartitionBy(p.Name)) })),
        Equivalence.Of("WPA", "determines", "equality of an inner join",
            b => b.Parents.InnerJoin(b.Refunds, (p, r) => p.Kind == r.Id, (p, r) => new { p.Id, p.Kind, p.Value, r.OrderId })
                .Select(x => new { x.OrderId, Sum = Sql.Window.Sum(x.Value, w => w.PartitionBy(x.Kind)) }),
            b => b.Parents.LeftJoin(b.Refunds, (p, r) => p.Kind == r.Id && p.Value > 1, (p, r) => new { p.Id, p.Kind, p.Value, Refund = (int?)r.Id })
                .Select(x => new { x.Refund, Sum = Sql.Window.Sum(x.Value, w => w.PartitionBy(x.Kind)) })),
        Equivalence.Of("WOD", "leave nothing", "primary key first", b => b.Parents.Select(p => new { p.Id, Number = Sql.Window.RowNumber(w => w.OrderBy(p.Id).ThenBy(p.Value)) }),
            b => b.Parents.Select(p => new { p.Id, Number = Sql.Window.RowNumber(w => w.OrderBy(p.Value).ThenBy(p.Id)) })),
        Equivalence.Of("WTB", "leave nothing", "primary key first", b => b.Parents.Select(p => new { p.Id, Number = Sql.Window.RowNumber(w => w.OrderBy(p.Id).ThenBy(p.Value)) }),
            b => b.Parents.Select(p => new { p.Id, Number = Sql.Window.RowNumber(w => w.OrderBy(p.Value).ThenBy(p.Id)) })),
        Equivalence.Of("WNF", "leave nothing", "primary key first", b => b.Parents.Select(p => new { p.Id, Number = Sql.Window.RowNumber(w => w.OrderBy(p.Id).ThenBy(p.Value)) }),
            b => b.Parents.Select(p => new { p.Id, Number = Sql.Window.RowNumber(w => w.OrderBy(p.Value).ThenBy(p.Id)) })),
        Equivalence.Of("WFR", "no ties", "running sum", b => b.Parents.Select(p => new { p.Id, Sum = Sql.Window.Sum(p.Value, w => w.OrderBy(p.Id)) }),
            b => b.Parents.Select(p => new { p.Id, Sum = Sql.Window.Sum(p.Value, w => w.OrderBy(p.Kind)) })),
        Equivalence.Of("WFR", "without one", "default frame", b =>
            b.Parents.Select(p => new { p.Id, Sum = Sql.Window.Sum(p.Value, w => w.OrderBy(p.Kind).RangeBetween.Unbounded.And.CurrentRow) }),
            b => b.Parents.Select(p => new { p.Id, Sum = Sql.Window.Sum(p.Value, w => w.OrderBy(p.Id).RowsBetween.CurrentRow.And.Unbounded) })),
        Equivalence.Of("WFR", "first row is in the frame", "first value", b => b.Parents.Select(p => new { p.Id, First = Sql.Window.FirstValue(p.Name, w => w.OrderBy(p.Id)) }),
            b => b.Parents.Select(p => new { p.Id, Last = Sql.Window.LastValue(p.Name, w => w.OrderBy(p.Id)) })),
        Equivalence.Of("ORD", "leave nothing", "primary key first", b => b.Parents.OrderBy(p => p.Id).ThenBy(p => p.Value)
            .Take(2), b => b.Parents.OrderBy(p => p.Value).ThenBy(p => p.Id).Take(2)),
        Equivalence.Of("TIE", "leave nothing", "primary key first", b => b.Parents.OrderBy(p => p.Id).ThenBy(p => p.Value)
            .Take(2), b => b.Parents.OrderBy(p => p.Value).ThenBy(p => p.Name).ThenByDescending(p => p.Id).Take(1)),
    ];
}
