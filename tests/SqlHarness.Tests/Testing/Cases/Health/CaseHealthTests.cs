using FsCheck.Fluent;
using LinqToDB;
using SqlHarness.Sessions;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Health;
using SqlHarness.Testing.Reports;
using SqlHarness.Tests.Testing.UnderTest;
using SoldOrder = SqlHarness.Tests.Testing.UnderTest.Order;
using SoldRefund = SqlHarness.Tests.Testing.UnderTest.Refund;

namespace SqlHarness.Tests.Testing.Cases.Health;

public class CaseHealthTests
{
    static readonly Dictionary<string, Func<Task<Examined>>> Queries = new()
    {
        ["daily revenues"] = () => Examined.Of<SoldOrder, DailyRevenue>(ShopQueries.DailyRevenues),
        ["net amounts"] = () => Examined.Of<SoldOrder, SoldRefund, NetAmount>(ShopQueries.NetAmounts),
        ["net amounts by join"] = () => Examined.Of<SoldOrder, SoldRefund, NetAmount>(ShopQueries.NetAmountsByJoin),
        ["sessions"] = () => Examined.Of((IQueryable<UserEvent> events) => events.Sessionize(e => e.UserId, e => e.EventTime, e => e.EventId, new()),
            CaseRules.None.Unique((UserEvent e) => e.EventId)),
        ["latest order of a status"] = () => Examined.Of((IQueryable<Order> orders) => orders.Where(o => o.Status == "paid" || o.Status == "sent")
            .Where(o => o.Amount > 10m && o.Amount <= 99.99m && o.Customer != null).OrderByDescending(o => o.PaidAt).ThenBy(o => o.Id).Take(1)),
        ["keys in a list"] = () => Examined.Of((IQueryable<Order> orders) => orders.Where(o => new long[] { 30, 55, 60, 71, 82, 93 }.Contains(o.Id))),
        ["late refunds"] = () => Examined.Of((IQueryable<Order> orders, IQueryable<Refund> refunds) =>
            from r in refunds join o in orders on r.OrderId equals o.Id where r.RefundedAt > o.PaidAt!.Value.AddDays(14) && r.Share < 0.5 select new { r.OrderId, r.Line, o.Note }),
        ["refunds before"] = () => Examined.Of((IQueryable<Order> orders, IQueryable<Refund> refunds) =>
            from r in refunds join o in orders on r.OrderId equals o.Id where r.RefundedAt.AddHours(-7) < o.PaidAt select new { r.OrderId, r.Line }),
        ["prices of notes"] = () => Examined.Of((IQueryable<Order> orders, IQueryable<Price> prices) =>
            from o in orders join p in prices on o.Note equals p.Product where p.ValidFrom <= o.PaidAt && (p.ValidTo == null || p.ValidTo > o.PaidAt) select new { o.Id, p.Amount }),
        ["since"] = () => Examined.Of((IQueryable<Order> orders) => orders.Where(o => o.PaidAt >= new DateTime(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc) && !o.IsGift)
            .GroupBy(o => new { o.Customer, o.Token }).Select(g => new { g.Key.Customer, Sum = g.Sum(o => o.Amount) })),
        ["refunds of an order"] = () => Examined.Of((IQueryable<Order> orders, IQueryable<Refund> refunds) => refunds.Where(r => r.OrderId == 17 && r.Line >= 3)
            .Where(r => orders.Any(o => o.Id == r.ReplacementId && o.Customer == 4)).Select(r => new { r.OrderId, r.Line })),
        ["customers of many orders"] = () => Examined.Of((IQueryable<Order> orders) => orders.GroupBy(o => o.Customer).Where(g => g.Count() > 2 && g.Sum(o => o.Amount) > 1000m)
            .Select(g => new { g.Key, Most = g.Max(o => o.Amount) })),
        ["two of a table"] = () => Examined.Of((IQueryable<Order> left, IQueryable<Order> right) => left.Join(right, l => l.Customer, r => r.Customer, (l, r) => new { l.Id, Other = r.Id })),
    };

    public static TheoryData<string> Names => [.. Queries.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Cases_without_rules_are_healthy_whatever_the_seed_and_the_number(string name)
    {
        var examined = await Queries[name]();
        var requirements = Requirements.Of(examined.Tables, examined.Constants, examined.Use);
        requirements.Count.ShouldBeGreaterThan(5);
        foreach (var seed in new ulong[] { 1, 20250101 })
        {
            var cells = examined.Generated(1000, seed).Select(examined.Tables.Cells).ToList();
            // Twice as rare as said, and bad luck would be an alarm.
            foreach (var r in requirements)
                cells.Count(r.Situation.Has).ShouldBeGreaterThan((int)(500 * r.Situation.UsualShare), r.Situation.Name);
            foreach (var cases in new[] { 1, 20, 100, 1000 })
                examined.Findings(cases, seed).ShouldBeEmpty($"{cases} cases, seed {seed}");
        }
    }

    static Task<Examined> Revenues(CaseRules rules) => Examined.Of<SoldOrder, DailyRevenue>(ShopQueries.DailyRevenues, rules);

    [Fact]
    public async Task A_boundary_that_rules_forbid_is_named_with_what_to_do()
    {
        (await Revenues(CaseRules.None.Column((SoldOrder o) => o.Amount, Gen.Elements(100m, 99.99m)))).Findings(1000)
            .ShouldBe(["No case of 1000 reaches 'Order.Amount = 100.00m and a unit': widen .Column((Order r) => r.Amount, …)."]);
        (await Revenues(CaseRules.None.Where((SoldOrder o) => o.Amount != 100m))).Findings(1000).ShouldBe(
            ["No case of 1000 reaches 'Order.Amount = 100.00m': see whether .Where or .Unique of Order forbid it, or generate it by .Column((Order r) => r.Amount, …)."]);
        (await Revenues(CaseRules.None.Rows(Gen.Constant(new SoldOrder { Id = 1, Region = "EU", Amount = 100m, At = DateTime.UnixEpoch })))).Findings(1000).ShouldBe(
        [
            "No case of 1000 reaches 'Order.Amount = 100.00m less a unit': make such rows in .Rows of Order.",
            "No case of 1000 reaches 'Order.Amount = 100.00m and a unit': make such rows in .Rows of Order.",
            "No case of 1000 reaches 'Order.Amount differs': make such rows in .Rows of Order.",
            "No case of 1000 reaches 'Order.At differs': make such rows in .Rows of Order.",
            "No case of 1000 reaches 'Order.Region differs': make such rows in .Rows of Order.",
        ], ignoreOrder: true);
    }

    [Fact]
    public async Task What_is_reached_too_seldom_is_no_less_named() =>
        (await Revenues(CaseRules.None.Column((SoldOrder o) => o.Amount, Gen.Choose(9_000, 11_000).Select(i => i / 100m)))).Findings(1000)
            .ShouldContain(f => f.StartsWith("Only ", StringComparison.Ordinal) && f.Contains(" of 1000 cases reach 'Order.Amount = 100.00m'", StringComparison.Ordinal));

    [Fact]
    public async Task Groups_and_ties_are_asked_for_where_the_query_groups()
    {
        (await Revenues(CaseRules.None.Column((SoldOrder o) => o.Region, Gen.Constant("EU")))).Findings(1000).Single().ShouldContain("'Order.Region differs'");
        (await Revenues(CaseRules.None.Unique((SoldOrder o) => new { o.Region, o.Id }))).Findings(1000).ShouldBeEmpty();
        // What the query does not use may be what it is, and what is unique by rule has no ties.
        (await Revenues(CaseRules.None.Column((SoldOrder o) => o.Coupon, Gen.Constant((string?)"x")))).Findings(1000).ShouldBeEmpty();
        (await Revenues(CaseRules.None.Unique((SoldOrder o) => o.At))).Findings(1000).ShouldBeEmpty();
    }

    [Fact]
    public async Task Sizes_are_asked_for() =>
        (await Revenues(CaseRules.None.Unique((SoldOrder o) => o.Region).Column((SoldOrder o) => o.Region, Gen.Constant("EU")))).Findings(1000)
            .ShouldContain("No case of 1000 reaches 'Order has several rows': see that .Where, .Unique and .Rows of Order leave as many rows.");

    [Fact]
    public async Task Both_sides_of_a_join_are_asked_for()
    {
        static Task<Examined> Of(CaseRules rules) => Examined.Of((IQueryable<Order> orders, IQueryable<Price> prices) => orders.Join(prices, o => o.Note, p => p.Product, (o, p) => p), rules);
        (await Of(CaseRules.None.Column((Order o) => o.Note, Gen.Elements<string?>("x", "y", null)).Column((Price p) => p.Product, Gen.Elements("z", "u")))).Findings(1000)
            .ShouldBe(["No case of 1000 reaches 'Order.Note meets Price.Product': give both columns some common values and some of their own, by .Column or .Rows."]);
        var references = await Examined.Of<SoldOrder, SoldRefund, NetAmount>(ShopQueries.NetAmounts, CaseRules.None.Column((SoldRefund r) => r.OrderId, Gen.Constant((int?)null)));
        references.Findings(1000).ShouldContain(f => f.Contains("'Refund.OrderId refers to Order'", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_query_that_answers_nothing_is_refused_even_of_few_cases()
    {
        var examined = await Revenues(CaseRules.None);
        foreach (var cases in new[] { 1, 20, 1000 })
        {
            CaseHealth.Findings(examined.Tables, examined.Constants, examined.Use, examined.Generated(cases, 1), 0, [])[^1]
                .ShouldStartWith($"No case of {cases} reaches 'an answer with rows': see whether its conditions can be met together");
        }

        CaseHealth.Findings(examined.Tables, examined.Constants, examined.Use, examined.Generated(1000, 1), 1, []).ShouldBeEmpty();
        CaseHealth.Findings(examined.Tables, examined.Constants, examined.Use, examined.Generated(20, 1), 0, [new(CaseHealth.Answers, "a check that finds nothing")]).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_waiver_is_for_what_is_not_reached_and_for_nothing_else()
    {
        var narrow = await Revenues(CaseRules.None.Column((SoldOrder o) => o.Amount, Gen.Elements(100m, 99.99m)));
        narrow.Findings(1000, 1, new Waiver("Order.Amount = 100.00m and a unit", "nobody pays more")).ShouldBeEmpty();
        narrow.Findings(1000, 1, new("Order.Amount = 100.00m and a unit", "nobody pays more"), new("Order.Amount = 100.00m", "a guess"))
            .ShouldBe(["'Order.Amount = 100.00m' is waived (a guess), but the cases reach it: remove the waiver."]);
        // Of few cases nothing is asked, so that nothing is known of the waiver either.
        narrow.Findings(20, 1, new Waiver("Order.Amount = 100.00m", "a guess")).ShouldBeEmpty();
        narrow.Findings(20, 1, new Waiver("Order.Amout = 100.00m and a unit", "nobody")).ShouldBe(
            ["'Order.Amout = 100.00m and a unit' is waived (nobody), but nothing of this name is asked for; did you mean 'Order.Amount = 100.00m and a unit'?"]);
    }

    [Fact]
    public async Task Columns_that_a_query_uses_are_found_through_steps_windows_and_sub_queries()
    {
        var use = (await Examined.Of((IQueryable<Order> orders, IQueryable<Price> prices) => orders
            .Where(o => prices.Any(p => p.Product == o.Note) && o.Status.StartsWith("pa", StringComparison.Ordinal))
            .Select(o => new { o.Amount, Number = Sql.Window.RowNumber(w => w.PartitionBy(o.Customer).OrderBy(o.PaidAt)) })
            .Where(o => o.Number == 1))).Use;
        use.Columns.Select(c => c.Name).ShouldBe(["product", "note", "status", "customer", "paid_at"], ignoreOrder: true);
        use.Joins.Select(j => (j.Left.Name, j.Right.Name)).ShouldBe([("product", "note")]);
        // What was computed of a column need not meet what it holds.
        (await Examined.Of((IQueryable<Order> orders, IQueryable<Price> prices) => orders.Join(prices, o => o.Amount + 1, p => p.Amount, (o, p) => p))).Use.Joins.ShouldBeEmpty();
    }
}
