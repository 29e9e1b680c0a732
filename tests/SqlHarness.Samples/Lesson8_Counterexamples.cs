using SqlHarness.Testing;

namespace SqlHarness.Samples;

/// <summary>
/// Lesson 8. With a folder, a case that fails is stored there, shrunk, as a small table that one reads in a review; from then on it runs first, in every run and on every engine. The one
/// that is there was found when <c>&lt; 100</c> had been <c>&lt;= 100</c>.
/// </summary>
public class Lesson8_Counterexamples
{
    [Fact]
    public void Daily_orders_equal_their_reference_also_where_they_once_did_not() => Harness.For<Order, DailyOrders>(DailyOrders.From)
        .Named("daily orders").Counterexamples("Counterexamples").Against(DailyOrdersReference.From).Check();
}
