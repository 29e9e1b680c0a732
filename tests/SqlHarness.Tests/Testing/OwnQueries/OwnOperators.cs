using SqlHarness.Operators;
using SqlHarness.Testing;
using SqlHarness.Tests.Testing.OwnQueries.Notes;

namespace SqlHarness.Tests.Testing.OwnQueries;

/// <summary>Each operator as a query. Its rows have a primary key, since an order must be total within a key.</summary>
static class OwnOperators
{
    public static readonly IReadOnlyList<OwnQuery> All =
    [
        Of("with_previous", events => events.WithPrevious(e => e.User, e => new { e.Time, e.Id }, e => e.Campaign),
            events => NeighbourReference.WithPrevious(events, e => e.User, e => new { e.Time, e.Id }, e => e.Campaign)),
        Of("with_previous_of_two_keys", events => events.WithPrevious(e => new { e.User, e.Campaign }, e => new { e.Time, e.Id }, e => e.Time),
            events => NeighbourReference.WithPrevious(events, e => new { e.User, e.Campaign }, e => new { e.Time, e.Id }, e => e.Time)),
        Of("with_next", events => events.WithNext(e => e.User, e => new { e.Time, e.Id }, e => e.Campaign),
            events => NeighbourReference.WithNext(events, e => e.User, e => new { e.Time, e.Id }, e => e.Campaign)),
        Of("fill_forward", events => events.FillForward(e => e.User, e => new { e.Time, e.Id }, e => e.Campaign),
            events => FillForwardReference.Of(events, e => e.User, e => new { e.Time, e.Id }, e => e.Campaign)),
        Of("latest_per", events => events.LatestPer(e => e.User, e => new { e.Time, e.Id }),
            events => LatestPerReference.Of(events, e => e.User, e => new { e.Time, e.Id })),
        Of("first_per", events => events.LatestPer(e => e.User, e => new { e.Time, e.Id }, Pick.First),
            events => LatestPerReference.Of(events, e => e.User, e => new { e.Time, e.Id }, Pick.First)),
        Of("range_join",
            (events, spans) => events.RangeJoin(spans, e => e.User, e => e.Time, s => s.User, s => s.From, s => s.Until, (e, s) => new Spanned(e, s.Id)),
            (events, spans) => RangeJoinReference.Inner(events, spans, e => e.User, e => e.Time, s => s.User, s => s.From, s => s.Until)
                .Select(p => new Spanned(p.Left, p.Right.Id))),
        Of("left_range_join",
            (events, spans) => events.LeftRangeJoin(spans, e => e.User, e => e.Time, s => s.User, s => s.From, s => s.Until, (e, s) => new Spanned(e, s!.Id)),
            (events, spans) => RangeJoinReference.Left(events, spans, e => e.User, e => e.Time, s => s.User, s => s.From, s => s.Until)
                .Select(p => new Spanned(p.Left, p.Right?.Id))),
    ];

    static OwnQuery Of<TResult>(string name, Func<IQueryable<Visit>, IQueryable<TResult>> query, Func<IReadOnlyList<Visit>, IEnumerable<TResult>> reference) =>
        OwnQuery.Of(name, Harness.For(query), reference, NotesByName.Of(name));

    static OwnQuery Of(
        string name, Func<IQueryable<Visit>, IQueryable<Span>, IQueryable<Spanned>> query,
        Func<IReadOnlyList<Visit>, IReadOnlyList<Span>, IEnumerable<Spanned>> reference) =>
        OwnQuery.Of(name, Harness.For(query), reference, NotesByName.Of(name));

    sealed record Spanned(Visit Event, int? Span);
}
