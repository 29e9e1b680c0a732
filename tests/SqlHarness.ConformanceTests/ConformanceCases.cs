using SqlHarness.Queries;
using SqlHarness.Samples;
using SqlHarness.Sessions;
using SqlHarness.Testing;
using SqlHarness.Testing.Conformance;
using SqlHarness.Tests.Testing.OwnQueries;

namespace SqlHarness.ConformanceTests;

/// <summary>The queries that every engine must answer alike: the library's own, half of their other combinations of options, its operators, and the tutorial's.</summary>
static class ConformanceCases
{
    public static IReadOnlyList<ConformanceCase> All { get; } =
    [
        .. RegisteredQuery.In(typeof(SessionQueries).Assembly).Select(ConformanceCase.Of),
        .. Options.Select(Sessionize),
        .. OperatorQueries.Each(new Operators()),
        ConformanceCase.Of(Harness.For<Order, DailyOrders>(DailyOrders.From).Named("daily_orders").Against(DailyOrdersReference.From)),
    ];

    public static ConformanceCase Of(string name) => All.Single(c => c.Name == name);

    // The defaults of all are the registered queries.
    static IEnumerable<SessionizeOptions> Options =>
        from formulation in Enum.GetValues<Formulation>()
        from boundary in Enum.GetValues<GapBoundary>()
        from precision in Enum.GetValues<GapPrecision>()
        from cut in Enum.GetValues<CalendarCut>()
        where (boundary, precision) != (GapBoundary.After, GapPrecision.Microseconds) && ((int)formulation + (int)boundary + (int)precision + (int)cut) % 2 == 0
        select new SessionizeOptions { Formulation = formulation, Boundary = boundary, Precision = precision, Cut = cut };

    static ConformanceCase Sessionize(SessionizeOptions options) => ConformanceCase.Of(
        Harness.For<UserEvent, Sessionized<UserEvent, long?>>(events => events.Sessionize(e => e.UserId, e => e.EventTime, e => e.EventId, options))
            .Named($"sessionize {options.Formulation} {options.Boundary} {options.Precision} {options.Cut}")
            .Against(events => SessionizeReference.Of(events, e => e.UserId, e => e.EventTime, e => (long?)e.EventId, options)));

    sealed class Operators : IOperatorUse<ConformanceCase>
    {
        public ConformanceCase Of<T, TResult>(string name, QueryOf<T, TResult> query, Func<IReadOnlyList<T>, IEnumerable<TResult>> reference) where T : class =>
            ConformanceCase.Of(query.Named(name).Against(reference));

        public ConformanceCase Of<T1, T2, TResult>(string name, QueryOf<T1, T2, TResult> query, Func<IReadOnlyList<T1>, IReadOnlyList<T2>, IEnumerable<TResult>> reference) where T1 : class where T2 : class =>
            ConformanceCase.Of(query.Named(name).Against(reference));
    }
}
