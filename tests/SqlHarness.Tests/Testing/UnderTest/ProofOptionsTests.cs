using FsCheck.Fluent;
using SqlHarness.Engines;
using SqlHarness.Tables;
using SqlHarness.Testing;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Tests.Testing.UnderTest;

/// <summary>What a user may say of a proof beside its claim: waivers, tolerances, sizes.</summary>
public class ProofOptionsTests
{
    const string Boundary = "Order.Amount = 100.00m";

    static QueryOf<Order, NetAmount> Beside => LargeOrders.Under.Cases(1000, 7).Column((Order o) => o.Amount, Gen.Elements(99.99m, 100.01m));

    // A cent more than the query answers.
    static IEnumerable<NetAmount> Dearer(IReadOnlyList<Order> orders) => LargeOrders.Reference(orders).Select(r => r with { Net = r.Net + 0.01m });

    [Fact]
    public void What_cases_need_not_reach_is_waived_with_a_reason()
    {
        Fails(Beside.Against(LargeOrders.Reference)).ShouldBe($"Query on sqlite held, but the cases prove too little:\n  No case of 1000 reaches '{Boundary}': widen .Column((Order r) => r.Amount, …).\n"
            + "What need not be reached is waived with the reason: .Waive(\"…\", \"why\")");

        Beside.Waive(Boundary, "fees are added").Against(LargeOrders.Reference).Check().Single().Cases.ShouldBe(1000);
    }

    [Fact]
    public void A_waiver_that_waives_nothing_is_an_error()
    {
        Fails(LargeOrders.Under.Cases(1000, 7).Waive(Boundary, "fees are added").Against(LargeOrders.Reference)).ShouldContain($"'{Boundary}' is waived (fees are added), but the cases reach it: remove the waiver.");
        Fails(LargeOrders.Under.Waive("Order.Amount = 100.0m", "fees are added").Against(LargeOrders.Reference)).ShouldContain($"nothing of this name is asked for; did you mean '{Boundary}'?");
        Should.Throw<ArgumentException>(() => LargeOrders.Under.Waive(Boundary, " ")).Message.ShouldContain($"Say why '{Boundary}' need not be reached.");
    }

    [Fact]
    public void Values_within_a_tolerance_are_equal()
    {
        LargeOrders.Under.Tolerating(r => r.Net, Tolerance.Absolute(0.01m)).Against(Dearer).Check().Single().Cases.ShouldBe(300);
        LargeOrders.Under.Tolerating("Net", Tolerance.Absolute(0.01m)).Against(Dearer).Check().Single().Cases.ShouldBe(300);

        Fails(LargeOrders.Under.Tolerating("Net", Tolerance.Absolute(0.005m)).Against(Dearer)).ShouldContain("\n  tolerated: Net within 0.005; equal rows that need it: 0");
        Fails(LargeOrders.Under.Tolerating("OrderId", Tolerance.Absolute(1m)).Against(Dearer)).ShouldContain("[100.01]");
    }

    [Fact]
    public void A_column_that_is_not_there_is_no_failed_proof()
    {
        Should.Throw<ArgumentException>(() => LargeOrders.Under.Tolerating("Nett", Tolerance.Absolute(1m)).Against(LargeOrders.Reference).Check()).Message.ShouldContain("Nett");
        Should.Throw<ArgumentException>(() => LargeOrders.Under.Keyed("Nett").Against(LargeOrders.Reference).Check()).Message.ShouldContain("No column Nett to pair rows by, did you mean Net?");
    }

    [Fact]
    public void Cases_have_the_size_that_was_stated()
    {
        var sizes = new HashSet<int>();
        LargeOrders.Under.Sized(2, 4).Against(orders =>
        {
            sizes.Add(orders.Count);
            return LargeOrders.Reference(orders);
        }).Check();

        sizes.Order().ShouldBe([2, 3, 4]);
        Should.Throw<ArgumentOutOfRangeException>(() => LargeOrders.Under.Sized(3, 2));
    }

    [Fact]
    public void Sizes_that_leave_no_room_are_named_where_something_is_not_reached() =>
        Fails(LargeOrders.Under.Sized(1, 1).Against(LargeOrders.Reference)).ShouldContain("No case of 300 reaches 'Order.Amount ties': see whether .Sized, .Where or .Unique of Order forbid it");

    static string Fails(StatedProperty<NetAmount> property) => Should.Throw<ProofFailedException>(() => property.Check()).Message;
}
