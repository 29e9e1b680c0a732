using LinqToDB.Mapping;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Portability;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Comparisons;

/// <summary>The code of docs/compare.md, as it stands there.</summary>
public class ComparisonExampleTests
{
    [Table("orders")]
    sealed class Order
    {
        [Column("order_id")] public long Id { get; set; }
        [Column("region")] public string Region { get; set; } = "";
        [Column("ordered_at")] public DateTime OrderedAt { get; set; }
        [Column("sale", Precision = 18, Scale = 2)] public decimal Sale { get; set; }
    }

    sealed class NewOrders : TableRow;

    static Order[] Orders { get; } = [.. Enumerable.Range(1, 100).Select(i => new Order { Id = i, Region = i % 2 == 0 ? "north" : "south", OrderedAt = new DateTime(2024, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddHours(i), Sale = i })];

    [Fact]
    public async Task Objects_against_a_table_of_another_engine()
    {
        await using var sqlite = await Engine.Sqlite().OpenAsync(TestContext.Current.CancellationToken);
        await using var warehouse = await Engine.DuckDb().OpenAsync(TestContext.Current.CancellationToken);
        warehouse.Load(Orders.Select(o => new Order { Id = o.Id, Region = o.Region, OrderedAt = o.OrderedAt, Sale = o.Id == 7 ? o.Sale + 0.01m : o.Id == 8 ? 80 : o.Sale }));

#pragma warning disable xUnit1051 // As a user writes it.
        var old = await sqlite.SideOfAsync(Orders, "old_orders");
        var orders = await warehouse.ShapeOfAsync<NewOrders>("orders");
        var comparison = await Comparison.OfAsync(old, ComparedSide.Of(warehouse.Connection, orders), new()
        {
            Key = ["order_id"],
            Levels = [new("region"), new("ordered_at", CalendarUnit.Day)],
            Measures = [new("sale", Aggregation.Sum)],
            Tolerances = new Dictionary<string, Tolerance> { ["sale"] = Tolerance.Absolute(0.01m) },
        });
#pragma warning restore xUnit1051

        comparison.Verdict.ShouldBe(Verdict.Different);
        comparison.Rows.Modified.ShouldBe(1);
        comparison.Hidden.ShouldBe([new("within 0.01", "sale", 1)]);
        comparison.Examples.Single().Left![0].ShouldBe(8L);
        comparison.Totals!.All.Below.Select(g => (g.Key[0], g.Differs)).ShouldBe([("north", true), ("south", true)]);
        comparison.Run.Method.ShouldContain("on sqlite and duckdb");
    }

    [Fact]
    public async Task Columns_by_lambdas()
    {
        await using var workspace = await Engine.DuckDb().OpenAsync(TestContext.Current.CancellationToken);
        var old = workspace.Load(Orders, "old");
        var revised = Orders.Select(o => new Revised { Id = o.Id, Area = o.Region.ToUpperInvariant(), OrderedAt = o.OrderedAt.AddSeconds(o.Id), Sale = o.Sale + 0.01m }).ToList();
        var now = workspace.Load(revised, "revised");

        var options = new ComparisonOptions()
            .By<Order>(o => o.Id)
            .Renaming<Order, Revised>(o => o.Region, r => r.Area)
            .Within<Order>(o => o.Sale, Tolerance.Absolute(0.01m))
            .Within<Order, string>(o => o.Region, (left, right) => left[0] == char.ToLowerInvariant(right[0]))
            .Ignoring<Order>(o => o.OrderedAt);

        var comparison = await Comparison.OfAsync(ComparedSide.Of(workspace.Connection, old, TableShape.Of<Order>(workspace.Connection.MappingSchema), "old"), ComparedSide.Of(workspace.Connection, now, TableShape.Of<Revised>(workspace.Connection.MappingSchema), "revised"), options, null, TestContext.Current.CancellationToken);
        comparison.Verdict.ShouldBe(Verdict.EqualWithinRules);
        comparison.Hidden.Select(h => (h.Column, h.Rows)).Order().ShouldBe([("ordered_at", 100), ("region", 100), ("sale", 100)]);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task Only_the_times_of_both_sides_are_compared(bool onOneEngine)
    {
        await using var workspace = await Engine.DuckDb().OpenAsync(TestContext.Current.CancellationToken);
        await using var other = await Engine.Sqlite().OpenAsync(TestContext.Current.CancellationToken);
        // The right side begins ten hours later and ends later too; one of its own times differs in the window.
        var old = await workspace.SideOfAsync(Orders.Take(90), "old", TestContext.Current.CancellationToken);
        var now = await (onOneEngine ? workspace : other).SideOfAsync(Orders.Skip(10).Select(o => o.Id == 50 ? new Order { Id = 50, Region = o.Region, OrderedAt = o.OrderedAt, Sale = 0 } : o), "now", TestContext.Current.CancellationToken);
        var options = new ComparisonOptions().By<Order>(o => o.Id).Overlapping<Order>(o => o.OrderedAt);
        var compared = await Comparison.OfAsync(old, now, options, null, TestContext.Current.CancellationToken);
        (compared.Rows.Identical, compared.Rows.Modified, compared.Rows.Added, compared.Rows.Removed).ShouldBe((79, 1, 0, 0));
        compared.Hidden.Select(h => (h.Rule, h.Rows)).ShouldBe([("old where ordered_at is from 2024-01-01 11:00:00 to 2024-01-04 18:00:00", 10), ("now where ordered_at is from 2024-01-01 11:00:00 to 2024-01-04 18:00:00", 10)]);
    }

    [Fact]
    public async Task Sides_without_a_common_time_are_not_compared()
    {
        await using var workspace = await Engine.DuckDb().OpenAsync(TestContext.Current.CancellationToken);
        var (old, now) = (await workspace.SideOfAsync(Orders.Take(2), "old", TestContext.Current.CancellationToken), await workspace.SideOfAsync(Orders.Skip(98), "now", TestContext.Current.CancellationToken));
        var options = new ComparisonOptions { Key = ["order_id"], Overlap = "ordered_at" };
        (await Should.ThrowAsync<ComparisonException>(() => Comparison.OfAsync(old, now, options, null, TestContext.Current.CancellationToken))).Message.ShouldBe(
            "The sides have no time of ordered_at in common: old runs from 2024-01-01 01:00:00 to 2024-01-01 02:00:00, and now runs from 2024-01-05 03:00:00 to 2024-01-05 04:00:00.");
        (await Should.ThrowAsync<ComparisonException>(() => Comparison.OfAsync(old, now, options with { Overlap = "sale" }, null, TestContext.Current.CancellationToken))).Message.ShouldBe("Column sale holds no times on both sides; an overlap is of times.");
    }

    [Fact]
    public void A_lambda_that_is_no_column_is_refused() => Should.Throw<ArgumentException>(() => new ComparisonOptions().By<Order>(o => o.Id + 1)).Message.ShouldStartWith("'o => Convert((o.Id + 1), Object)' is not a column of Order: name one of its properties");

    [Fact]
    public void Columns_of_a_querys_rows_go_by_their_properties() => new ComparisonOptions().By<(long Id, (DateTime At, string Name) Event)>(r => r.Item1, r => r.Item2.Item1).Key.ShouldBe(
        RowColumns.Of(typeof((long, (DateTime, string)))).Take(2).Select(c => c.Name));

    [Table("revised")]
    sealed class Revised
    {
        [Column("order_id")] public long Id { get; set; }
        [Column("area")] public string Area { get; set; } = "";
        [Column("ordered_at")] public DateTime OrderedAt { get; set; }
        [Column("sale", Precision = 18, Scale = 2)] public decimal Sale { get; set; }
    }
}
