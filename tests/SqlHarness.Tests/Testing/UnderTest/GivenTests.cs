using SqlHarness.Testing;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Tests.Testing.UnderTest;

/// <summary>Worked examples: rows written by hand, and what they answer.</summary>
public class GivenTests
{
    static readonly DateTime Noon = new(2025, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    static readonly QueryOf<Order, DailyRevenue> Revenue = Harness.For<Order, DailyRevenue>(ShopQueries.DailyRevenues);

    static Order Of(int id, string region, decimal amount) => new() { Id = id, Region = region, Amount = amount, At = Noon };

    [Fact]
    public void Given_rows_return_what_was_said()
    {
        Revenue.Given([Of(1, "EU", 100m), Of(2, "EU", 0.5m), Of(3, "US", 250.25m)]).ShouldReturn([new(Noon.Date, "US", 250.25m, 1), new(Noon.Date, "EU", 100m, 1)]);
        Revenue.Given([]).ShouldReturn([]);
        Harness.For<Order, Refund, NetAmount>(ShopQueries.NetAmounts).Given([Of(1, "EU", 100m)], [new() { Id = 1, OrderId = 1, Amount = 30m }, new() { Id = 2, OrderId = 1, Amount = 0.01m }])
            .ShouldReturn([new(1, 69.99m)]);
    }

    [Fact]
    public void Another_answer_is_reported_with_a_test_to_paste()
    {
        var report = Should.Throw<ProofFailedException>(() => Revenue.Given([Of(1, "EU", 100m)]).ShouldReturn([new(Noon.Date, "EU", 100m, 2)])).Message;

        report.ShouldStartWith("ShopQueries.DailyRevenues does not return what it should on sqlite: 1 of 1 cases fail.");
        report.ShouldContain("  expected | 2025-01-01 00:00:00 | EU     |    100 |    [2]\n  actual   | 2025-01-01 00:00:00 | EU     |    100 |    [1]");
        report.ShouldContain("""
            [Fact]
            public void ShopQueries_DailyRevenues_case_0() =>
                Harness.For<Order, DailyRevenue>(ShopQueries.DailyRevenues)
                    .Given(
                        [
                            new() { Id = 1, Region = "EU", Amount = 100m, At = new(2025, 1, 1, 12, 0, 0, DateTimeKind.Utc) },
                        ])
                    .On(Engine.Sqlite())
                    .ShouldReturn([new(Noon.Date, "EU", 100m, 2)]);
            """.ReplaceLineEndings("\n"));
    }

    [Fact]
    public void What_should_return_needs_rows() =>
        Should.Throw<InvalidOperationException>(() => Revenue.ShouldReturn([])).Message.ShouldContain("Given(…).ShouldReturn(…)");
}
