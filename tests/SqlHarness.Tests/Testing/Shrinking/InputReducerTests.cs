using FsCheck.Fluent;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Shrinking;
using SqlHarness.Testing.Shrinking.Cases;
using SqlHarness.Tests.Testing.Cases;

namespace SqlHarness.Tests.Testing.Shrinking;

public class InputReducerTests(ITestOutputHelper output)
{
    static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    static readonly CaseConstant[] Constants = [Shop.Constant<Order>(100m, "amount"), Shop.Constant<Order>("paid", "status"), Shop.Constant(HalfAnHour)];

    static readonly IReadOnlyList<InputCase> Cases = CaseGenerator.Generate(Shop.Tables, Constants, new(400, 21));

    [Fact]
    public async Task Two_orders_of_a_customer_half_an_hour_apart_end_as_two_rows()
    {
        foreach (var smallest in await ShrunkAsync(Fails))
        {
            smallest.Tables.Select(t => t.Count).ShouldBe([2, 0, 0]);
            var orders = smallest.Of<Order>().OrderBy(o => o.PaidAt).ToList();
            orders.Select(o => o.Id).Order().ShouldBe([1, 2]);
            orders.ShouldAllBe(o => o.Customer == 0 && o.Status == "" && o.Note == null && o.Amount == 0 && !o.IsGift && o.Token == null);
            orders.Select(o => o.PaidAt!.Value.ToString("HH:mm:ss.FFFFFF", null)).ShouldBe(["09:00:00", "09:30:00"]);
        }

        static bool Fails(InputCase c) => c.Of<Order>().Where(o => o.Customer != null)
            .GroupBy(o => o.Customer).Any(g => g.Any(a => g.Any(b => b.PaidAt - a.PaidAt == HalfAnHour)));
    }

    [Fact]
    public async Task A_refund_of_an_order_of_some_amount_ends_as_one_of_each()
    {
        foreach (var smallest in await ShrunkAsync(c => c.Of<Refund>(1).Any(r => c.Of<Order>().Any(o => o.Id == r.OrderId && o.Amount == 100.01m))))
        {
            smallest.Tables.Select(t => t.Count).ShouldBe([1, 1, 0]);
            CSharpText.Row(smallest.Tables[0][0]).ShouldBe("""new() { Id = 1, Status = "", Amount = 100.01m, IsGift = false }""");
            CSharpText.Row(smallest.Tables[1][0]).ShouldBe("new() { OrderId = 1, Line = 1, Share = 0d, RefundedAt = new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc) }");
        }
    }

    [Fact]
    public async Task A_dropped_parent_leaves_its_children_to_another()
    {
        foreach (var smallest in await ShrunkAsync(c => c.Tables[1].Count >= 3))
        {
            smallest.Tables.Select(t => t.Count).ShouldBe([1, 3, 0]);
            smallest.Of<Refund>(1).ShouldAllBe(r => r.OrderId == 1 && r.ReplacementId == null);
        }
    }

    [Fact]
    public async Task Validity_ranges_that_overlap_by_a_microsecond_keep_it()
    {
        var micro = TimeSpan.FromMicroseconds(1);
        foreach (var smallest in await ShrunkAsync(c => c.Of<Price>(2) is var p && p.Any(a => p.Any(b => a != b && a.Product == b.Product && a.ValidTo - b.ValidFrom == micro && b.ValidFrom > a.ValidFrom))))
        {
            smallest.Tables.Select(t => t.Count).ShouldBe([0, 0, 2]);
            smallest.Of<Price>(2).ShouldAllBe(p => p.Product == "" && p.Amount == 0);
        }
    }

    [Fact]
    public async Task An_empty_case_may_be_the_smallest() =>
        (await ShrunkAsync(c => c.Tables[0].Count == 0)).ShouldAllBe(c => c.Rows == 0);

    [Fact]
    public void Candidates_are_smaller_valid_and_bounded()
    {
        var reducer = new InputReducer(Shop.Tables, Constants);
        foreach (var rows in Cases.Take(30))
        {
            var (size, candidates) = (reducer.Size(rows), reducer.Candidates(rows).ToList());
            candidates.ShouldAllBe(c => CaseSize.Comparer.Compare(reducer.Size(c), size) < 0 && Shop.Tables.Validity.Holds(Shop.Tables.Cells(c)));
            candidates.Count.ShouldBeLessThan(3000);
        }
    }

    [Fact]
    public async Task Rules_hold_to_the_end()
    {
        var rules = CaseRules.None.Column((Order o) => o.Amount, Gen.Elements(5m, 6m, 7m)).Where((Order o) => o.Status != "").Unique((Order o) => new { o.Customer, o.IsGift })
            .Rows(Gen.Elements("x", "y").Select(p => new Price(p, 9m, new(2025, 5, 5, 0, 0, 0, DateTimeKind.Utc), null)));
        var tables = InputTables.Of(Shop.Mapping, Shop.Entities, rules);
        foreach (var smallest in await ShrunkAsync(c => c.Tables[0].Count > 1 && c.Tables[2].Count > 0, tables))
        {
            smallest.Tables.Select(t => t.Count).ShouldBe([2, 0, 1]);
            smallest.Of<Order>().ShouldAllBe(o => o.Amount >= 5 && o.Amount <= 7 && o.Status == "a");
            smallest.Of<Order>().Select(o => (o.Customer, o.IsGift)).ShouldBeUnique();
            smallest.Of<Price>(2).Single().Amount.ShouldBe(9);
        }
    }

    async Task<IReadOnlyList<InputCase>> ShrunkAsync(Func<InputCase, bool> fails, InputTables? tables = null)
    {
        tables ??= Shop.Tables;
        var failing = (tables == Shop.Tables ? Cases : CaseGenerator.Generate(tables, Constants, new(200, 21))).Where(c => c.Rows > 6 && fails(c)).Take(6).ToList();
        failing.Count.ShouldBeGreaterThan(2);
        var reduction = new Reduction<InputCase, Judged>(new InputReducer(tables, Constants), v => v.Case,
            candidates => Task.FromResult<IReadOnlyList<Judged>>([.. candidates.Select(c => new Judged(c, fails(c)))]), v => v.Fails);
        var smallest = new List<InputCase>();
        foreach (var c in failing)
        {
            var reduced = await reduction.RunAsync(new(c, true), _ => false);
            output.WriteLine($"{c.Rows} rows to {reduced.Smallest.Case.Rows} in {reduced.Rounds} rounds, {reduced.Candidates} candidates");
            reduced.IsComplete.ShouldBeTrue();
            tables.Validity.Holds(tables.Cells(reduced.Smallest.Case)).ShouldBeTrue();
            smallest.Add(reduced.Smallest.Case);
        }

        return smallest;
    }

    sealed record Judged(InputCase Case, bool Fails);
}
