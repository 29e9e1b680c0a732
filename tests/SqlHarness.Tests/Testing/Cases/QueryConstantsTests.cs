using LinqToDB;
using SqlHarness.Portability;
using SqlHarness.Sessions;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Testing.Cases;

public class QueryConstantsTests
{
    static readonly TimeSpan HalfAnHour = TimeSpan.FromMinutes(30);

    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_compared_constant_is_traced_to_its_column(string engine)
    {
        var limit = 100m;
        Expect(engine, t => t.GetTable<Order>().Where(o => o.Amount > limit), "100 orders.amount");
        Expect(engine, t => t.GetTable<Order>().Where(o => o.Status == "paid" && o.Amount <= 7.5m), "paid orders.status", "7.5 orders.amount");
        Expect(engine, t => t.GetTable<Order>().Where(o => o.Note!.StartsWith("pa", StringComparison.Ordinal)), "pa orders.note");
        Expect(engine, t => t.GetTable<Order>().Select(o => o.Customer ?? 7).Where(c => c > 1), "7 orders.customer", "1 orders.customer");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void A_list_is_read_value_by_value(string engine)
    {
        long[] ids = [3, 5];
        Expect(engine, t => t.GetTable<Order>().Where(o => ids.Contains(o.Id)), "3 orders.order_id", "5 orders.order_id");
        Expect(engine, t => t.GetTable<Order>().Where(o => new[] { "a", "b" }.Contains(o.Status)), "a orders.status", "b orders.status");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Sub_queries_steps_aggregates_and_unions_are_traced_through(string engine)
    {
        Expect(engine, t => t.GetTable<Order>().GroupBy(o => o.Customer).Select(g => new { g.Key, Most = g.Max(o => o.Amount) }).AsCte("most").Where(m => m.Most >= 50m), "50 orders.amount");
        Expect(engine, t => t.GetTable<Order>().Select(o => new { V = (decimal?)o.Amount }).Concat(t.GetTable<Refund>().Select(r => new { V = r.Amount })).AsSubQuery().Where(x => x.V < 9m),
            "9 orders.amount refunds.amount");
        Expect(engine, t => t.GetTable<Refund>().Where(r => r.Order!.Status == "paid"), "paid orders.status");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Elapsed_times_are_compared_with_intervals(string engine)
    {
        var (gap, span) = (1_800_000_000L, HalfAnHour);
        Expect(engine, t => t.GetTable<Refund>().Where(r => Portable.ElapsedMicroseconds(r.Order!.PaidAt, r.RefundedAt) > gap), "00:30:00");
        Expect(engine, t => t.GetTable<Refund>().Where(r => Portable.ElapsedMicroseconds(r.Order!.PaidAt, r.RefundedAt) / 1_000_000 >= 1800), "00:30:00", "00:30:01");
        Expect(engine, t => t.GetTable<Refund>().Where(r => r.RefundedAt > Portable.AddMicroseconds(r.Order!.PaidAt, gap)), "00:30:00");
        Expect(engine, t => t.GetTable<Refund>().Where(r => r.RefundedAt - r.Order!.PaidAt > span), "00:30:00");
        Expect(engine, t => t.GetTable<Refund>().Where(r => (r.RefundedAt - r.Order!.PaidAt!.Value).TotalSeconds > 1800), "00:30:00", "00:30:01");
        Expect(engine, t => t.GetTable<Refund>().Where(r => r.RefundedAt > r.Order!.PaidAt!.Value.AddMinutes(30)), "00:30:00");
        Expect(engine, t => t.GetTable<Refund>().Where(r => r.RefundedAt > r.Order!.PaidAt!.Value + span), "00:30:00");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Sessionizing_has_its_gap_for_an_interval(string engine)
    {
        foreach (var formulation in Enum.GetValues<Formulation>())
            Constants(engine, t => t.GetTable<UserEvent>().Sessionize(e => e.UserId, e => e.EventTime, e => e.EventId, new() { Formulation = formulation }))
                .Select(c => c.Value).OfType<TimeSpan>().ShouldBe([HalfAnHour]);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Times_are_traced_and_numbers_of_rows_are_no_constants(string engine)
    {
        var since = new DateTime(2025, 3, 1, 0, 0, 0, DateTimeKind.Utc);
        Expect(engine, t => t.GetTable<Order>().Where(o => o.PaidAt >= since), "2025-03-01 orders.paid_at");
        Expect(engine, t => t.GetTable<Order>().Where(o => Portable.Truncate(o.PaidAt, CalendarUnit.Day) == since), "2025-03-01 orders.paid_at");
        Expect(engine, t => t.GetTable<Order>().OrderBy(o => o.Id).Skip(4).Take(3));
        Expect(engine, t => t.GetTable<Order>().Select(o => new { o.Id, Before = Sql.Window.Lag(o.Amount, 2, w => w.OrderBy(o.Id)) }));
    }

    /// <summary>linq2db numbers each COUNT(*) over the life of the process: cases around that number would depend on what ran before.</summary>
    [Theory]
    [MemberData(nameof(Engines))]
    public void A_count_has_no_constant(string engine) =>
        Expect(engine, t => t.GetTable<Order>().GroupBy(o => o.PaidAt).Where(g => g.Count() > 3).Select(g => new { g.Key, Orders = g.Count() }), "3");

    static void Expect<T>(string engine, Func<IDataContext, IQueryable<T>> query, params string[] expected) where T : notnull =>
        Constants(engine, query).Select(Text).Order(StringComparer.Ordinal).ShouldBe(expected.Order(StringComparer.Ordinal));

    static IReadOnlyList<CaseConstant> Constants<T>(string engine, Func<IDataContext, IQueryable<T>> query) where T : notnull
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        using var tap = new StatementTap(workspace);
        return tap.ConstantsOf(query(tap));
    }

    static string Text(CaseConstant constant) => string.Join(' ', [constant.Value is DateTime time ? $"{time:yyyy-MM-dd}" : FormattableString.Invariant($"{constant.Value}"),
        .. constant.Columns.Select(c => $"{(c.Entity == typeof(Order) ? "orders" : "refunds")}.{c.Name}")]);
}
