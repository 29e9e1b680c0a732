using LinqToDB;
using SqlHarness.Engines;
using SqlHarness.Portability;
using SqlHarness.Testing;

namespace SqlHarness.Tests.Testing.UnderTest;

/// <summary>A query with one condition, and properties of it that are strong and weak.</summary>
static class LargeOrders
{
    public static QueryOf<Order, NetAmount> Under => Harness.For<Order, NetAmount>(Query).Cases(300, 7).On(Engine.Sqlite());

    public static StatedProperty<NetAmount> Proven => Under.Against(Reference);

    /// <summary>Does not notice that an order of just 100 is missing, nor that all are.</summary>
    public static StatedProperty<NetAmount> Weak => Under.SatisfiesEach(r => r.Net >= 100m);

    public static IQueryable<NetAmount> Query(IQueryable<Order> orders) => orders.Where(o => o.Amount >= 100m).AsStep("large_orders").Select(o => new NetAmount(o.Id, o.Amount));

    public static IQueryable<NetAmount> WithoutTheBoundary(IQueryable<Order> orders) => orders.Where(o => o.Amount > 100m).AsStep("large_orders").Select(o => new NetAmount(o.Id, o.Amount));

    public static IEnumerable<NetAmount> Reference(IReadOnlyList<Order> orders) => orders.Where(o => o.Amount >= 100m).Select(o => new NetAmount(o.Id, o.Amount));

    /// <summary>Two orders, without saying which of those that cost the same.</summary>
    public static IQueryable<NetAmount> CheapestTwo(IQueryable<Order> orders) => orders.OrderBy(o => Portable.Native(o.Amount)).Take(2).Select(o => new NetAmount(o.Id, o.Amount));

    public static IQueryable<NetAmount> CheapestTwoById(IQueryable<Order> orders) => orders.OrderBy(o => o.Amount).ThenBy(o => o.Id).Take(2).Select(o => new NetAmount(o.Id, o.Amount));

    public static IEnumerable<NetAmount> CheapestTwoReference(IReadOnlyList<Order> orders) => orders.OrderBy(o => o.Amount).ThenBy(o => o.Id).Take(2).Select(o => new NetAmount(o.Id, o.Amount));

    /// <summary>Contains raw SQL, which is not lifted.</summary>
    public static IQueryable<NetAmount> Raw(IQueryable<Order> orders) => orders.Where(o => o.Amount >= 100m).Select(o => new NetAmount(o.Id, Sql.Expr<decimal>($"(SELECT {o.Amount})")));
}
