using SqlHarness.Engines;
using SqlHarness.Testing;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Tests.Testing.UnderTest;

/// <summary>What is no query at all is said in a sentence, and never told as a query that differs.</summary>
public class RefusedQueryTests
{
    [Fact]
    public void A_query_that_cannot_be_translated_says_which_part() =>
        Fails(Harness.For<Order, NetAmount>(Untranslatable).Against(LargeOrders.Reference))
            .ShouldBe("Untranslatable cannot be translated to SQL on sqlite: The LINQ expression 'RefusedQueryTests.IsOdd(o.Id)' could not be converted to SQL. Portable has functions that every engine knows.");

    [Fact]
    public void A_query_that_leaves_the_engine_says_so()
    {
        Fails(Harness.For<Order, NetAmount>(InMemory).Against(LargeOrders.Reference)).ShouldBe("InMemory reads its tables into memory, so that there is no SQL to prove: take ToList or AsEnumerable away.");
        Fails(Harness.For<Order, NetAmount>(orders => LargeOrders.Reference(orders.ToList()).AsQueryable()).Against(LargeOrders.Reference)).ShouldContain("reads its tables into memory");
        Fails(Harness.For<Order, NetAmount>(orders => LargeOrders.Query(orders.ToList().AsQueryable())).Against(LargeOrders.Reference)).ShouldContain("If it reads its tables into memory first, take ToList or AsEnumerable away.");
    }

    [Fact]
    public void A_query_that_is_null_says_so() => Fails(Harness.For<Order, NetAmount>(Nothing).Against(LargeOrders.Reference)).ShouldBe("Nothing returns null in the place of a query.");

    [Fact]
    public void So_does_a_query_that_it_is_held_against()
    {
        Fails(LargeOrders.Under.EqualTo(Untranslatable)).ShouldStartWith("Untranslatable cannot be translated to SQL on sqlite: ");
        Fails(LargeOrders.Under.EqualTo(InMemory)).ShouldStartWith("InMemory reads its tables into memory");
        Fails(LargeOrders.Under.EqualTo(Nothing)).ShouldBe("Nothing returns null in the place of a query.");
        Fails(LargeOrders.Under.Relation("r", orders => orders, (_, before) => before, Untranslatable)).ShouldStartWith("The query after the change 'r' cannot be translated to SQL on sqlite: ");
    }

    [Fact]
    public void Without_an_engine_nothing_is_proven() => Should.Throw<ArgumentException>(() => LargeOrders.Under.On()).Message.ShouldContain("Without an engine nothing is proven.");

    static IQueryable<NetAmount> Untranslatable(IQueryable<Order> orders) => LargeOrders.Query(orders.Where(o => IsOdd(o.Id)));

    static IQueryable<NetAmount> InMemory(IQueryable<Order> orders) => orders.ToList().AsQueryable().Select(o => new NetAmount(o.Id, o.Amount));

    static IQueryable<NetAmount> Nothing(IQueryable<Order> orders) => null!;

    static bool IsOdd(int id) => id % 2 == 1;

    static string Fails(StatedProperty<NetAmount> property) => Should.Throw<ProofFailedException>(() => property.Check()).Message;
}
