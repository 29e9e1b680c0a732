using LinqToDB;
using SqlHarness.Operators;
using SqlHarness.Portability;
using SqlHarness.Sessions;
using SqlHarness.Tables;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>The steps that queries are composed of.</summary>
static class Steps
{
    static readonly Func<Random, Step>[] Always = [Filter, Filter, Compute, Compute, Previous, Next, Grouped, GroupedByDay, Distinct, Twice, InSpans, InSpansOrNot, JoinedToSpans, WithSpan, WithoutSpan, Sessions, Named];

    // Where an id comes twice, which of two rows comes first is left to the engine.
    static readonly Func<Random, Step>[] OfUniqueIds = [Filled, Latest, Sessionized, First, Numbered, RunningSum];

    public static IEnumerable<string> Names => Always.Concat(OfUniqueIds).Select(s => s(new Random(0)).Name.Split(' ')[0]).Distinct();

    public static Step Any(Random random, bool idsAreUnique)
    {
        // What needs an order needs unique ids too: neighbours of rows that tie are anyone's.
        var choices = idsAreUnique ? [.. Always, .. OfUniqueIds] : Always.Where(s => s != Previous && s != Next && s != Sessions).ToArray();
        return choices[random.Next(choices.Length)](random);
    }

    static Step Filter(Random random)
    {
        var condition = Expressions.Condition(random);
        return new($"Where {condition.Body}", (q, _) => q.Where(condition), (l, _) => l.Where(condition.Compile()));
    }

    static Step Compute(Random random)
    {
        var computed = Expressions.Computed(random);
        return new($"Select {computed.Body}", (q, _) => q.Select(computed), (l, _) => l.Select(computed.Compile()));
    }

    static Step Previous(Random random) => new("WithPrevious",
        (q, _) => q.WithPrevious(x => x.User, x => new { x.Time, x.Id }, x => x.Amount).Select(p => new Item { Id = p.Row.Id, User = p.Row.User, Time = p.Row.Time, Amount = p.Previous, Campaign = p.Row.Campaign }),
        (l, _) => NeighbourReference.WithPrevious(l, x => x.User, x => new { x.Time, x.Id }, x => x.Amount).Select(p => p.Row with { Amount = p.Previous }));

    static Step Next(Random random) => new("WithNext",
        (q, _) => q.WithNext(x => x.User, x => new { x.Time, x.Id }, x => x.Time).Select(p => new Item { Id = p.Row.Id, User = p.Row.User, Time = p.Next, Amount = p.Row.Amount, Campaign = p.Row.Campaign }),
        (l, _) => NeighbourReference.WithNext(l, x => x.User, x => new { x.Time, x.Id }, x => x.Time).Select(p => p.Row with { Time = p.Next }));

    static Step Filled(Random random) => new("FillForward",
        (q, _) => q.FillForward(x => x.User, x => new { x.Time, x.Id }, x => x.Campaign).Select(f => new Item { Id = f.Row.Id, User = f.Row.User, Time = f.Row.Time, Amount = f.Row.Amount, Campaign = f.Value }),
        (l, _) => FillForwardReference.Of(l, x => x.User, x => new { x.Time, x.Id }, x => x.Campaign).Select(f => f.Row with { Campaign = f.Value }));

    static Step Latest(Random random)
    {
        var pick = random.Next(2) == 0 ? Pick.First : Pick.Last;
        return new($"LatestPer {pick}", (q, _) => q.LatestPer(x => x.User, x => new { x.Time, x.Id }, pick), (l, _) => LatestPerReference.Of(l, x => x.User, x => new { x.Time, x.Id }, pick));
    }

    static Step Sessionized(Random random)
    {
        var options = Options(random);
        return new($"Sessionize {options.Formulation}",
            (q, _) => q.Sessionize(x => x.User, x => x.Time, x => x.Id, options).Select(s => new Item { Id = s.Event.Id, User = s.Event.User, Time = s.SessionStart, Amount = s.SessionId, Campaign = s.Event.Campaign }),
            (l, _) => SessionizeReference.Of(l, x => x.User, x => x.Time, x => (long?)x.Id, options).Select(s => s.Event with { Time = s.SessionStart, Amount = s.SessionId }));
    }

    static Step Sessions(Random random)
    {
        var options = Options(random);
        return new("Sessions",
            (q, _) => q.Sessionize(x => x.User, x => x.Time, x => x.Id, options).Sessions(x => x.User, x => x.Time, x => x.Id, x => x.Campaign)
                .Select(s => new Item { Id = s.FirstId, User = s.User, Time = s.End, Amount = s.Events, Campaign = s.Exit }),
            (l, _) => SessionsReference.Of(SessionizeReference.Of(l, x => x.User, x => x.Time, x => (long?)x.Id, options), x => x.User, x => x.Time, x => x.Id, x => x.Campaign)
                .Select(s => new Item { Id = s.FirstId, User = s.User, Time = s.End, Amount = s.Events, Campaign = s.Exit }));
    }

    static SessionizeOptions Options(Random random) => new()
    {
        Gap = TimeSpan.FromMinutes(random.Next(2) == 0 ? 30 : 1), Boundary = random.Next(2) == 0 ? GapBoundary.After : GapBoundary.At,
        Precision = random.Next(2) == 0 ? GapPrecision.Microseconds : GapPrecision.WholeSeconds, Cut = (CalendarCut)random.Next(3),
        Formulation = random.Next(2) == 0 ? Formulation.Window : Formulation.RangeJoin,
    };

    static Step Grouped(Random random) => new("GroupBy user",
        (q, _) => q.GroupBy(x => x.User).Select(g => new Item { Id = g.Count(), User = g.Key, Time = g.Max(x => x.Time), Amount = g.Min(x => x.Amount), Campaign = g.Max(x => x.Campaign) }),
        (l, _) => l.GroupBy(x => x.User).Select(g => new Item
        {
            Id = g.Count(), User = g.Key, Time = g.Max(x => x.Time), Amount = g.Min(x => x.Amount), Campaign = g.Select(x => x.Campaign).OfType<string>().Max(CodePointOrder.Instance),
        }), KeepsIdsUnique: false);

    static Step GroupedByDay(Random random)
    {
        var unit = (CalendarUnit)random.Next(6);
        return new($"GroupBy {unit}",
            (q, _) => q.GroupBy(x => new { x.Campaign, Unit = Portable.Truncate(x.Time, unit) }).Where(g => g.Count() > 1)
                .Select(g => new Item { Id = g.LongCount(), User = g.Max(x => x.User), Time = g.Key.Unit, Amount = g.Select(x => x.User).Distinct().Count(), Campaign = g.Key.Campaign }),
            (l, _) => l.GroupBy(x => new { x.Campaign, Unit = Portable.Truncate(x.Time, unit) }).Where(g => g.Count() > 1)
                .Select(g => new Item { Id = g.LongCount(), User = g.Max(x => x.User), Time = g.Key.Unit, Amount = g.Where(x => x.User != null).Select(x => x.User).Distinct().Count(), Campaign = g.Key.Campaign }), KeepsIdsUnique: false);
    }

    static Step Distinct(Random random) => new("Distinct",
        (q, _) => q.Select(x => new Item { Id = 0, User = x.User, Time = Portable.Truncate(x.Time, CalendarUnit.Day), Campaign = x.Campaign, Amount = x.Amount }).Distinct(),
        (l, _) => l.Select(x => new Item { Id = 0, User = x.User, Time = Portable.Truncate(x.Time, CalendarUnit.Day), Campaign = x.Campaign, Amount = x.Amount }).Distinct(), KeepsIdsUnique: false);

    static Step Twice(Random random)
    {
        var condition = Expressions.Condition(random);
        return new($"Concat {condition.Body}", (q, _) => q.Concat(q.Where(condition)), (l, _) => l.Concat(l.Where(condition.Compile())), KeepsIdsUnique: false);
    }

    static Step InSpans(Random random) => new("RangeJoin",
        (q, spans) => q.RangeJoin(spans, x => x.User, x => x.Time, s => s.User, s => s.From, s => s.Until, (x, s) => new Item { Id = x.Id, User = x.User, Time = s.From, Amount = s.Id, Campaign = s.Label }),
        (l, spans) => RangeJoinReference.Inner(l, spans, x => x.User, x => x.Time, s => s.User, s => s.From, s => s.Until)
            .Select(p => p.Left with { Time = p.Right.From, Amount = p.Right.Id, Campaign = p.Right.Label }), KeepsIdsUnique: false);

    static Step InSpansOrNot(Random random) => new("LeftRangeJoin",
        (q, spans) => q.LeftRangeJoin(spans, x => x.User, x => x.Time, s => s.User, s => s.From, s => s.Until,
            (x, s) => new Item { Id = x.Id, User = x.User, Time = x.Time, Amount = (long?)s!.Id, Campaign = s.Label }),
        (l, spans) => RangeJoinReference.Left(l, spans, x => x.User, x => x.Time, s => s.User, s => s.From, s => s.Until)
            .Select(p => p.Left with { Amount = p.Right?.Id, Campaign = p.Right?.Label }), KeepsIdsUnique: false);

    static Step JoinedToSpans(Random random) => new("LeftJoin",
        (q, spans) => q.LeftJoin(spans, (x, s) => x.Id == s.Id, (x, s) => new Item { Id = x.Id, User = x.User, Time = x.Time, Amount = s!.User, Campaign = s.Label ?? "none" }),
        (l, spans) => l.SelectMany(x => spans.Where(s => s.Id == x.Id).DefaultIfEmpty(), (x, s) => x with { Amount = s?.User, Campaign = s?.Label ?? "none" }));

    static Step WithSpan(Random random) => new("Any", (q, spans) => q.Where(x => spans.Any(s => s.User == x.User && s.From <= x.Time)), (l, spans) => l.Where(x => spans.Any(s => s.User == x.User && s.From <= x.Time)));

    static Step WithoutSpan(Random random) => new("NotAny", (q, spans) => q.Where(x => !spans.Any(s => s.Id == x.Id && s.Label == "a")), (l, spans) => l.Where(x => !spans.Any(s => s.Id == x.Id && s.Label == "a")));

    static Step Named(Random random) => new("AsStep", (q, _) => q.AsStep("chosen_items"), (l, _) => l);

    static Step First(Random random)
    {
        var (count, skipped) = (random.Next(1, 20), random.Next(3));
        return new("Take", (q, _) => skipped == 0 ? q.OrderByDescending(x => x.Time).ThenBy(x => x.Id).Take(count) : q.OrderByDescending(x => x.Time).ThenBy(x => x.Id).Skip(skipped).Take(count),
            (l, _) => l.OrderByDescending(x => x.Time).ThenBy(x => x.Id).Skip(skipped).Take(count));
    }

    static Step Numbered(Random random) => new("RowNumber",
        (q, _) => q.Select(x => new Item { Id = x.Id, User = x.User, Time = x.Time, Amount = Sql.Window.RowNumber(w => w.PartitionBy(x.Campaign).OrderBy(x.Id)), Campaign = x.Campaign }),
        (l, _) => l.Select(x => x with { Amount = l.Count(y => y.Campaign == x.Campaign && y.Id <= x.Id) }));

    static Step RunningSum(Random random) => new("RunningCount",
        (q, _) => q.Select(x => new Item { Id = x.Id, User = x.User, Time = x.Time, Amount = Sql.Window.LongCount(x.Amount, w => w.PartitionBy(x.User).OrderByDesc(x.Id).RowsBetween.Unbounded.And.CurrentRow), Campaign = x.Campaign }),
        (l, _) => l.Select(x => x with { Amount = l.Count(y => y.User == x.User && y.Id >= x.Id && y.Amount is not null) }));
}
