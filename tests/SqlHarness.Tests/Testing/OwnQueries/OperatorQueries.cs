using SqlHarness.Operators;
using SqlHarness.Testing;

namespace SqlHarness.Tests.Testing.OwnQueries;

/// <summary>Each operator as a query, with its reference. Its rows have a primary key, since an order must be total within a key.</summary>
static class OperatorQueries
{
    /// <summary>What is made of each.</summary>
    public static IReadOnlyList<TUse> Each<TUse>(IOperatorUse<TUse> use) =>
    [
        Of(use, "with_previous", events => events.WithPrevious(e => e.User, e => new { e.Time, e.Id }, e => e.Campaign),
            events => NeighbourReference.WithPrevious(events, e => e.User, e => new { e.Time, e.Id }, e => e.Campaign)),
        Of(use, "with_previous_of_two_keys", events => events.WithPrevious(e => new { e.User, e.Campaign }, e => new { e.Time, e.Id }, e => e.Time),
            events => NeighbourReference.WithPrevious(events, e => new { e.User, e.Campaign }, e => new { e.Time, e.Id }, e => e.Time)),
        Of(use, "with_next", events => events.WithNext(e => e.User, e => new { e.Time, e.Id }, e => e.Campaign),
            events => NeighbourReference.WithNext(events, e => e.User, e => new { e.Time, e.Id }, e => e.Campaign)),
        Of(use, "fill_forward", events => events.FillForward(e => e.User, e => new { e.Time, e.Id }, e => e.Campaign),
            events => FillForwardReference.Of(events, e => e.User, e => new { e.Time, e.Id }, e => e.Campaign)),
        Of(use, "latest_per", events => events.LatestPer(e => e.User, e => new { e.Time, e.Id }),
            events => LatestPerReference.Of(events, e => e.User, e => new { e.Time, e.Id })),
        Of(use, "first_per", events => events.LatestPer(e => e.User, e => new { e.Time, e.Id }, Pick.First),
            events => LatestPerReference.Of(events, e => e.User, e => new { e.Time, e.Id }, Pick.First)),
        Of(use, "range_join",
            (events, spans) => events.RangeJoin(spans, e => e.User, e => e.Time, s => s.User, s => s.From, s => s.Until, (e, s) => new Spanned(e, s.Id)),
            (events, spans) => RangeJoinReference.Inner(events, spans, e => e.User, e => e.Time, s => s.User, s => s.From, s => s.Until)
                .Select(p => new Spanned(p.Left, p.Right.Id))),
        Of(use, "left_range_join",
            (events, spans) => events.LeftRangeJoin(spans, e => e.User, e => e.Time, s => s.User, s => s.From, s => s.Until, (e, s) => new Spanned(e, s!.Id)),
            (events, spans) => RangeJoinReference.Left(events, spans, e => e.User, e => e.Time, s => s.User, s => s.From, s => s.Until)
                .Select(p => new Spanned(p.Left, p.Right?.Id))),
    ];

    static TUse Of<TUse, TResult>(IOperatorUse<TUse> use, string name, Func<IQueryable<Visit>, IQueryable<TResult>> query, Func<IReadOnlyList<Visit>, IEnumerable<TResult>> reference) =>
        use.Of(name, Harness.For(query), reference);

    static TUse Of<TUse>(
        IOperatorUse<TUse> use, string name, Func<IQueryable<Visit>, IQueryable<Span>, IQueryable<Spanned>> query,
        Func<IReadOnlyList<Visit>, IReadOnlyList<Span>, IEnumerable<Spanned>> reference) =>
        use.Of(name, Harness.For(query), reference);

    sealed record Spanned(Visit Event, int? Span);
}
