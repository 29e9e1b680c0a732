using LinqToDB;
using SqlHarness.Portability;
using SqlHarness.Sessions;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Statistics;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Reports;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.Cases;

/// <summary>That cases reach what they must, by the constants of the query itself.</summary>
public class InputStatisticsTests(ITestOutputHelper output)
{
    const int Cases = 1000;

    static readonly IReadOnlyList<InputCase> NoConstants = CaseGenerator.Generate(Shop.Tables, [], new(Cases, 11));

    [Fact]
    public void Sizes_ties_nulls_duplicates_and_references_occur_without_any_constant()
    {
        var reached = InputStatistics.Of(Shop.Tables, [], NoConstants);
        output.WriteLine(reached.ToString());
        // Where the number of rows leaves none to have it, a case has it not: of 100 cases some six have an empty table.
        var floors = reached.Hits.Keys.Select(name => (name, name switch
        {
            _ when name.EndsWith("is empty", StringComparison.Ordinal) => 0.05,
            _ when name.EndsWith("has one row", StringComparison.Ordinal) => 0.08,
            _ when name.EndsWith("is NULL", StringComparison.Ordinal) || name.EndsWith("refers to nothing", StringComparison.Ordinal) => 0.2,
            _ when name.Contains("key alone", StringComparison.Ordinal) || name.EndsWith("duplicate", StringComparison.Ordinal) => 0.15,
            _ when name.EndsWith("differs", StringComparison.Ordinal) => 0.25,
            _ => 0.35,
        }));
        reached.RequireAtLeast([.. floors]);
    }

    [Fact]
    public void Statistics_name_what_never_occurs() =>
        Should.Throw<ProofFailedException>(() => InputStatistics.Of(Shop.Tables, [], [.. NoConstants.Skip(2).Take(1)]).RequireAtLeast(("Order has several rows", 0.5)))
            .Message.ShouldContain("'Order has several rows' in 0.0 % of the cases");

    [Fact]
    public void A_threshold_is_met_exactly_and_on_both_sides() => Reach(t => t.GetTable<Order>().Where(o => o.Amount > 100m), 0.15,
        "Order.Amount = 100.00m", "Order.Amount = 100.00m less a unit", "Order.Amount = 100.00m and a unit");

    [Fact]
    public void Without_the_constants_cases_meet_them_by_luck_alone()
    {
        CaseConstant[] constants = [Shop.Constant<Order>(100m, "amount"), Shop.Constant<Order>("paid", "status"), Shop.Constant(TimeSpan.FromMinutes(17))];
        var reached = InputStatistics.Of(Shop.Tables, constants, NoConstants);
        foreach (var situation in new[] { "Order.Amount = 100.00m", "Order.Status = \"paid\"", "times 00:17:00 apart" })
            reached.Share(situation).ShouldBeLessThan(0.02, situation);
    }

    [Fact]
    public void A_compared_text_is_met() => Reach(t => t.GetTable<Order>().Where(o => o.Status == "paid"), 0.35, "Order.Status = \"paid\"");

    [Fact]
    public void Keys_in_a_list_are_met_and_so_are_their_neighbours()
    {
        long[] ids = [30, 55];
        Reach(t => t.GetTable<Order>().Where(o => ids.Contains(o.Id)), 0.25, "Order.Id = 30", "Order.Id = 55", "Order.Id = 30 and a unit");
    }

    [Fact]
    public void A_point_in_time_is_met()
    {
        var since = new DateTime(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        Reach(t => t.GetTable<Order>().Where(o => o.PaidAt >= since), 0.15, "Order.PaidAt = new(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc)",
            "Order.PaidAt = new(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc) less a unit");
    }

    [Fact]
    public void Elapsed_time_between_parent_and_child_is_met()
    {
        Reach(t => t.GetTable<Refund>().Where(r => Portable.ElapsedMicroseconds(r.Order!.PaidAt, r.RefundedAt) > 1_800_000_000L), 0.3,
            "times 00:30:00 apart", "times 00:30:00 less a microsecond apart", "times 00:30:00 and a microsecond apart");
        // Not any two times, but those that the query subtracts.
        var cases = CaseGenerator.Generate(Shop.Tables, [Shop.Constant(TimeSpan.FromMinutes(30))], new(Cases, 5));
        Share("refund 30 minutes after its order", cases, c => c.Of<Refund>(1).Any(r => r.RefundedAt - c.Of<Order>().Single(o => o.Id == r.OrderId).PaidAt == TimeSpan.FromMinutes(30))).ShouldBeGreaterThan(0.2);
    }

    [Fact]
    public void Ranges_of_a_table_without_foreign_key_meet_the_times_and_texts_of_another()
    {
        Share("order at the begin of a price", NoConstants, c => c.Of<Order>().Any(o => c.Of<Price>(2).Any(p => p.ValidFrom == o.PaidAt))).ShouldBeGreaterThan(0.25);
        Share("order at the end of a price", NoConstants, c => c.Of<Order>().Any(o => c.Of<Price>(2).Any(p => p.ValidTo == o.PaidAt && p.ValidTo != null))).ShouldBeGreaterThan(0.2);
        Share("order within a price", NoConstants, c => c.Of<Order>().Any(o => c.Of<Price>(2).Any(p => p.ValidFrom < o.PaidAt && p.ValidTo > o.PaidAt))).ShouldBeGreaterThan(0.15);
        Share("note that is a product", NoConstants, c => c.Of<Order>().Any(o => c.Of<Price>(2).Any(p => p.Product == o.Note))).ShouldBeGreaterThan(0.3);
        Share("order within a price of its note", NoConstants, c => c.Of<Order>().Any(o => c.Of<Price>(2).Any(p => p.Product == o.Note && p.ValidFrom <= o.PaidAt && (p.ValidTo ?? DateTime.MaxValue) > o.PaidAt)))
            .ShouldBeGreaterThan(0.1);
    }

    [Fact]
    public void Sessions_of_one_user_meet_the_gap_as_often_as_hand_made_event_logs()
    {
        var options = new SessionizeOptions();
        var cases = Generated.For<UserEvent, Sessionized<UserEvent, long?>>(events => events.Sessionize(e => e.UserId, e => e.EventTime, e => e.EventId, options),
            Cases, 3, CaseRules.None.Unique((UserEvent e) => e.EventId));
        Share("silence equal to the gap", cases, c => Silences(c).Contains(options.Gap)).ShouldBeGreaterThan(0.3);
        Share("silence just beyond the gap", cases, c => Silences(c).Contains(options.Gap + TimeSpan.FromMicroseconds(1))).ShouldBeGreaterThan(0.1);
        Share("tie", cases, c => Silences(c).Contains(TimeSpan.Zero)).ShouldBeGreaterThan(0.25);
        Share("several sessions of a user", cases, c => Silences(c).Any(s => s > options.Gap)).ShouldBeGreaterThan(0.4);
        Share("session of five", cases, c => SessionizeReference.Of(c, e => e.UserId, e => e.EventTime, e => (long?)e.EventId, options)
            .Where(s => s.SessionId != null).GroupBy(s => (s.Event.UserId, s.SessionStart)).Any(s => s.Count() >= 5)).ShouldBeGreaterThan(0.05);

        static IEnumerable<TimeSpan> Silences(IReadOnlyList<UserEvent> rows) => rows.Where(e => e.UserId != null && e.EventTime != null)
            .GroupBy(e => e.UserId).SelectMany(u => u.Select(e => e.EventTime!.Value).Order() is var times ? times.Zip(times.Skip(1), (a, b) => b - a) : []);
    }

    void Reach<T>(Func<IDataContext, IQueryable<T>> query, double share, params string[] situations) where T : notnull
    {
        using var workspace = EmbeddedEngines.Named("sqlite").Open();
        using var tap = new StatementTap(workspace);
        var constants = tap.ConstantsOf(query(tap));
        var reached = InputStatistics.Of(Shop.Tables, constants, CaseGenerator.Generate(Shop.Tables, constants, new(Cases, 5)));
        foreach (var situation in situations)
            output.WriteLine($"{situation}: {reached.Share(situation):P1}");
        reached.RequireAtLeast([.. situations.Select(s => (s, share))]);
    }

    double Share<TCase>(string situation, IReadOnlyList<TCase> cases, Func<TCase, bool> has)
    {
        var share = cases.Count(has) / (double)cases.Count;
        output.WriteLine($"{situation}: {share:P1}");
        return share;
    }
}
