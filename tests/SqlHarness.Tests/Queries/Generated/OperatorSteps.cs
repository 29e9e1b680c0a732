using SqlHarness.Operators;
using SqlHarness.Sessions;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>The operators over a user's items in their order, which needs unique ids: neighbours of rows that tie are anyone's.</summary>
static class OperatorSteps
{
    public static Step Previous(Random random) => new("WithPrevious",
        (q, _) => q.WithPrevious(x => x.User, x => new { x.Time, x.Id }, x => x.Amount).Carry(p => p.Row, x => x.Amount, p => p.Previous),
        (l, _) => NeighbourReference.WithPrevious(l, x => x.User, x => new { x.Time, x.Id }, x => x.Amount).Select(p => p.Row with { Amount = p.Previous }))
    {
        Mistaken = (q, _) => q.WithPrevious(x => x.User, x => x.Id, x => x.Amount).Carry(p => p.Row, x => x.Amount, p => p.Previous),
    };

    public static Step Next(Random random) => new("WithNext",
        (q, _) => q.WithNext(x => x.User, x => new { x.Time, x.Id }, x => x.Time).Carry(p => p.Row, x => x.Time, p => p.Next),
        (l, _) => NeighbourReference.WithNext(l, x => x.User, x => new { x.Time, x.Id }, x => x.Time).Select(p => p.Row with { Time = p.Next }))
    {
        Mistaken = (q, _) => q.WithNext(x => x.User, x => new { x.Time, x.Id }, x => x.Time).Carry(p => p.Row, x => x.Time, p => p.Next ?? p.Row.Time),
    };

    public static Step Filled(Random random) => new("FillForward",
        (q, _) => q.FillForward(x => x.User, x => new { x.Time, x.Id }, x => x.Campaign).Carry(f => f.Row, x => x.Campaign, f => f.Value),
        (l, _) => FillForwardReference.Of(l, x => x.User, x => new { x.Time, x.Id }, x => x.Campaign).Select(f => f.Row with { Campaign = f.Value }))
    {
        Mistaken = (q, _) => q.WithPrevious(x => x.User, x => new { x.Time, x.Id }, x => x.Campaign).Carry(p => p.Row, x => x.Campaign, p => p.Row.Campaign ?? p.Previous),
    };

    public static Step Latest(Random random)
    {
        var pick = random.Next(2) == 0 ? Pick.First : Pick.Last;
        return new($"LatestPer {pick}", (q, _) => q.LatestPer(x => x.User, x => new { x.Time, x.Id }, pick), (l, _) => LatestPerReference.Of(l, x => x.User, x => new { x.Time, x.Id }, pick))
        {
            Mistaken = (q, _) => q.LatestPer(x => x.User, x => new { x.Time, x.Id }, pick == Pick.First ? Pick.Last : Pick.First),
        };
    }

    public static Step Sessionized(Random random)
    {
        var options = Options(random);
        return new($"Sessionize {Text(options)}", (q, _) => Query(q, options),
            (l, _) => SessionizeReference.Of(l, x => x.User, x => x.Time, x => (long?)x.Id, options).Select(s => s.Event with { Time = s.SessionStart, Amount = s.SessionId }))
        {
            Mistaken = (q, _) => Query(q, OtherBoundary(options)),
        };

        static IQueryable<Item> Query(IQueryable<Item> items, SessionizeOptions options) =>
            items.Sessionize(x => x.User, x => x.Time, x => x.Id, options).Carry(s => s.Event, x => x.Time, s => s.SessionStart, x => x.Amount, s => s.SessionId);
    }

    public static Step Sessions(Random random)
    {
        var options = Options(random);
        return new($"Sessions {Text(options)}", (q, _) => Query(q, options),
            (l, _) => SessionsReference.Of(SessionizeReference.Of(l, x => x.User, x => x.Time, x => (long?)x.Id, options), x => x.User, x => x.Time, x => x.Id, x => x.Campaign)
                .Select(s => new Item { Id = s.FirstId, User = s.User, Time = s.End, Amount = s.Events, Campaign = s.Exit, Ok = s.Events > 1 }))
        {
            Mistaken = (q, _) => Query(q, OtherBoundary(options)),
        };

        static IQueryable<Item> Query(IQueryable<Item> items, SessionizeOptions options) => items.Sessionize(x => x.User, x => x.Time, x => x.Id, options).Sessions(x => x.User, x => x.Time, x => x.Id, x => x.Campaign)
            .Select(s => new Item { Id = s.FirstId, User = s.User, Time = s.End, Amount = s.Events, Campaign = s.Exit, Price = null, Ok = s.Events > 1 });
    }

    static SessionizeOptions Options(Random random) => new()
    {
        Gap = TimeSpan.FromMinutes(random.Next(2) == 0 ? 30 : 1), Boundary = random.Next(2) == 0 ? GapBoundary.After : GapBoundary.At,
        Precision = random.Next(2) == 0 ? GapPrecision.Microseconds : GapPrecision.WholeSeconds, Cut = (CalendarCut)random.Next(3),
        Formulation = (Formulation)random.Next(3),
    };

    static SessionizeOptions OtherBoundary(SessionizeOptions options) => options with { Boundary = options.Boundary == GapBoundary.At ? GapBoundary.After : GapBoundary.At };

    static string Text(SessionizeOptions options) => $"{options.Formulation} {options.Boundary} {options.Gap.TotalMinutes} min {options.Precision} {options.Cut}";
}
