using LinqToDB;
using SqlHarness.Operators;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>Steps that read the second table too.</summary>
static class JoinSteps
{
    public static Step InSpans(Random random) => new("RangeJoin",
        (q, spans) => q.RangeJoin(spans, x => x.User, x => x.Time, s => s.User, s => s.From, s => s.Until,
            (x, s) => new Item { Id = x.Id, User = x.User, Time = s.From, Amount = s.Id, Campaign = s.Label, Price = x.Price, Ok = x.Ok }),
        (l, spans) => RangeJoinReference.Inner(l, spans, x => x.User, x => x.Time, s => s.User, s => s.From, s => s.Until)
            .Select(p => p.Left with { Time = p.Right.From, Amount = p.Right.Id, Campaign = p.Right.Label }), KeepsIdsUnique: false)
    {
        // An end that is not there, taken for one that has passed.
        Mistaken = (q, spans) => q.RangeJoin(spans, x => x.User, x => x.Time, s => s.User, s => s.From, s => s.Until ?? s.From,
            (x, s) => new Item { Id = x.Id, User = x.User, Time = s.From, Amount = s.Id, Campaign = s.Label, Price = x.Price, Ok = x.Ok }),
    };

    public static Step InSpansOrNot(Random random) => new("LeftRangeJoin",
        (q, spans) => q.LeftRangeJoin(spans, x => x.User, x => x.Time, s => s.User, s => s.From, s => s.Until,
            (x, s) => new Item { Id = x.Id, User = x.User, Time = x.Time, Amount = (long?)s!.Id, Campaign = s.Label, Price = x.Price, Ok = x.Ok }),
        (l, spans) => RangeJoinReference.Left(l, spans, x => x.User, x => x.Time, s => s.User, s => s.From, s => s.Until)
            .Select(p => p.Left with { Amount = p.Right?.Id, Campaign = p.Right?.Label }), KeepsIdsUnique: false)
    {
        Mistaken = (q, spans) => q.RangeJoin(spans, x => x.User, x => x.Time, s => s.User, s => s.From, s => s.Until,
            (x, s) => new Item { Id = x.Id, User = x.User, Time = x.Time, Amount = s.Id, Campaign = s.Label, Price = x.Price, Ok = x.Ok }),
    };

    public static Step Joined(Random random) => new("Join",
        (q, spans) => q.Join(spans, x => x.User, s => s.User, (x, s) => new Item { Id = x.Id, User = x.User, Time = s.Until, Amount = x.Amount, Campaign = s.Label, Price = x.Price, Ok = x.Ok }),
        (l, spans) => l.Join(spans, x => x.User, s => s.User, (x, s) => x with { Time = s.Until, Campaign = s.Label }), KeepsIdsUnique: false)
    {
        // Where C# says that two NULLs are equal.
        Mistaken = (q, spans) => q.InnerJoin(spans, (x, s) => x.User == s.User,
            (x, s) => new Item { Id = x.Id, User = x.User, Time = s.Until, Amount = x.Amount, Campaign = s.Label, Price = x.Price, Ok = x.Ok }),
    };

    public static Step JoinedOrNot(Random random) => new("LeftJoin",
        (q, spans) => q.LeftJoin(spans, (x, s) => x.Id == s.Id, (x, s) => new Item { Id = x.Id, User = x.User, Time = x.Time, Amount = s!.User, Campaign = s.Label ?? "none", Price = x.Price, Ok = x.Ok }),
        (l, spans) => l.SelectMany(x => spans.Where(s => s.Id == x.Id).DefaultIfEmpty(), (x, s) => x with { Amount = s?.User, Campaign = s?.Label ?? "none" }))
    {
        Mistaken = (q, spans) => q.LeftJoin(spans, (x, s) => x.Id == s.Id, (x, s) => new Item { Id = x.Id, User = x.User, Time = x.Time, Amount = s!.User, Campaign = s.Label, Price = x.Price, Ok = x.Ok }),
    };

    public static Step WithSpan(Random random) => new("Any",
        (q, spans) => q.Where(x => spans.Any(s => s.User == x.User && s.From <= x.Time)), (l, spans) => l.Where(x => spans.Any(s => s.User == x.User && s.From <= x.Time)))
    {
        Mistaken = (q, spans) => q.Where(x => spans.Any(s => s.User == x.User && s.From < x.Time)),
    };

    public static Step WithoutSpan(Random random) => new("NotAny",
        (q, spans) => q.Where(x => !spans.Any(s => s.Id == x.Id && s.Label == "a")), (l, spans) => l.Where(x => !spans.Any(s => s.Id == x.Id && s.Label == "a")))
    {
        Mistaken = (q, spans) => q.Where(x => spans.Any(s => s.Id == x.Id && s.Label != "a")),
    };

    public static Step CountOfSpans(Random random) => new("CountOfSpans",
        (q, spans) => q.Carry(x => x, x => x.Amount, x => (long?)spans.LongCount(s => s.User == x.User && s.From < x.Time)),
        (l, spans) => l.Select(x => x with { Amount = spans.LongCount(s => s.User == x.User && s.From < x.Time) }))
    {
        Mistaken = (q, spans) => q.Carry(x => x, x => x.Amount, x => (long?)spans.LongCount(s => s.User == x.User && s.From <= x.Time)),
    };
}
