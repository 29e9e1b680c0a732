using SqlHarness.Testing;

namespace SqlHarness.Samples;

/// <summary>
/// Lesson 1. A worked example: rows that you write, and what they should answer. It runs on SQLite and DuckDB in memory; nothing has to be installed.
/// </summary>
public class Lesson1_WorkedExample
{
    static readonly QueryOf<Order, DailyOrders> Query = Harness.For<Order, DailyOrders>(DailyOrders.From);

    static readonly DateTime Noon = new(2025, 1, 1, 12, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void Wholesale_does_not_count() => Query
        .Given([
            new() { Id = 1, Region = "EU", Product = "tea", Quantity = 2, OrderedAt = Noon },
            new() { Id = 2, Region = "EU", Product = "tea", Quantity = 3, OrderedAt = Noon.AddHours(11) },
            new() { Id = 3, Region = "EU", Product = "tea", Quantity = 100, OrderedAt = Noon },
        ])
        .ShouldReturn([new(Noon.Date, "EU", 2, 5)]);
}
