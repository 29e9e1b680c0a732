using LinqToDB;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.Cases;

public class CaseGeneratorTests
{
    static readonly CaseConstant[] Constants = [Shop.Constant<Order>(100m, "amount"), Shop.Constant<Order>("paid", "status"), Shop.Constant(TimeSpan.FromMinutes(30))];

    static readonly IReadOnlyList<InputCase> Cases = CaseGenerator.Generate(Shop.Tables, Constants, new(500, 7));

    [Theory]
    [MemberData(nameof(EmbeddedEngines.Names), MemberType = typeof(EmbeddedEngines))]
    public void Every_case_loads_on_every_engine(string engine)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        // Without primary keys, which only hold within a case.
        Shop.Load<OrderRow>(workspace, [.. Cases.Select(c => new InputCase([[.. c.Of<Order>().Select(OrderRow.Of)]]))], 0).ShouldBe(Cases.Sum(c => c.Tables[0].Count));
        Shop.Load<Price>(workspace, Cases, 2).ShouldBe(Cases.Sum(c => c.Tables[2].Count));
        foreach (var c in Cases.Take(40))
        {
            using var own = EmbeddedEngines.Named(engine).Open();
            Shop.Load<Order>(own, [c], 0).ShouldBe(c.Tables[0].Count);
            Shop.Load<Refund>(own, [c], 1).ShouldBe(c.Tables[1].Count);
        }
    }

    [Fact]
    public void Primary_keys_are_unique_and_references_refer_to_something()
    {
        foreach (var c in Cases)
        {
            var orders = c.Of<Order>();
            orders.Select(o => o.Id).ShouldBeUnique();
            c.Of<Refund>(1).Select(r => (r.OrderId, r.Line)).ShouldBeUnique();
            c.Of<Refund>(1).ShouldAllBe(r => orders.Any(o => o.Id == r.OrderId) && (r.ReplacementId == null || orders.Any(o => o.Id == r.ReplacementId)));
            Shop.Tables.Validity.Holds(Shop.Tables.Cells(c)).ShouldBeTrue();
        }
    }

    [Fact]
    public void Values_stay_within_what_the_mapping_declares()
    {
        var orders = Cases.SelectMany(c => c.Of<Order>()).ToList();
        orders.ShouldAllBe(o => o.Status.Length <= 8 && decimal.Round(o.Amount, 2) == o.Amount && o.Amount.Scale == 2);
        Cases.SelectMany(c => c.Of<Refund>(1)).ShouldAllBe(r => r.Amount == null || Math.Abs(r.Amount.Value) < 1_000_000m && r.Amount.Value.Scale == 4);
        orders.Where(o => o.PaidAt != null).ShouldAllBe(o => o.PaidAt!.Value.Kind == DateTimeKind.Utc && o.PaidAt.Value.Ticks % TimeSpan.TicksPerMicrosecond == 0);
        Cases.ShouldAllBe(c => c.Tables.All(t => t.Count <= 20));
    }

    [Fact]
    public void The_same_seed_gives_the_same_cases_more_begin_with_fewer_and_another_seed_gives_others()
    {
        var first = Text(CaseGenerator.Generate(Shop.Tables, Constants, new(30, 3)));
        Text(CaseGenerator.Generate(Shop.Tables, Constants, new(30, 3))).ShouldBe(first);
        Text([.. CaseGenerator.Generate(Shop.Tables, Constants, new(40, 3)).Take(30)]).ShouldBe(first);
        Text(CaseGenerator.Generate(Shop.Tables, Constants, new(30, 4))).ShouldNotBe(first);
    }

    [Fact]
    public void Numbers_drawn_from_a_seed_are_the_same_on_every_machine()
    {
        var draws = new Draws(1, 0);
        Enumerable.Range(0, 8).Select(_ => draws.Below(1000)).ShouldBe([8, 503, 407, 355, 803, 424, 843, 248]);
        Enumerable.Range(0, 300).Select(_ => draws.Below(1000)).Last().ShouldBe(162);
    }

    [Fact]
    public void Few_cases_reach_no_row_and_one() => Cases.Take(3).Select(c => c.Rows).Skip(1).ShouldBe([3, 0]);

    [Fact]
    public void Physical_order_is_not_that_of_the_keys() =>
        Cases.Count(c => c.Of<Order>().Select(o => o.Id) is var ids && !ids.SequenceEqual(ids.Order())).ShouldBeGreaterThan(Cases.Count / 2);

    static string Text(IReadOnlyList<InputCase> cases) =>
        string.Join('\n', cases.SelectMany(c => Shop.Tables.Cells(c).Tables).Select(t => string.Join(';', t.Select(r => string.Join(',', r.Select(v => v is DateTime time ? time.Ticks : v))))));
}
