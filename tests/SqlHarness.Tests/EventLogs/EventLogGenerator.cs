using FsCheck;
using FsCheck.Fluent;
using SqlHarness.Sessions;
using SqlHarness.Testing.Cases;

namespace SqlHarness.Testing.EventLogs;

/// <summary>Event logs drawn by their gaps, with weight on the boundary: uniform times would meet a 30-minute gap exactly once in thousands of cases.</summary>
public static class EventLogGenerator
{
    /// <summary>So many cases from a seed, with both for the report.</summary>
    public static CaseList<LogEvent> Generate(SessionizeOptions options, CaseBudget budget) => new(Generate(options, budget.Count, budget.Seed), budget.Seed);

    /// <summary>So many cases, the same for the same seed: up to three users and some twenty events, with ties, NULLs, duplicates, ids out of order, and physical order shuffled.</summary>
    /// <param name="options">The gap whose neighbourhood is drawn, see <see cref="EventSteps"/>.</param>
    /// <param name="cases">How many cases.</param>
    /// <param name="seed">The seed.</param>
    public static IReadOnlyList<LogEvent[]> Generate(SessionizeOptions options, int cases, ulong seed) =>
        [.. Case(options).Sample(cases, new Rnd(seed, 2 * seed + 1), 50).Select((rows, i) => rows.Select(r => r with { CaseId = i }).ToArray())];

    static Gen<LogEvent[]> Case(SessionizeOptions options) =>
        from users in Gen.Choose(1, 3)
        from bot in Gen.Choose(0, 9)
        from logs in User(options, Gen.Frequency((1, Gen.Constant(0)), (3, Gen.Constant(1)), (8, Gen.Choose(2, 6))), EventSteps.Any(options)).ArrayOf(bot == 0 ? users - 1 : users)
        from bots in User(options, Gen.Choose(8, 12), EventSteps.WithinSession(options)).ArrayOf(bot == 0 ? 1 : 0)
        from nullUser in Gen.Choose(0, 5)
        let rows = logs.Concat(bots).SelectMany((log, u) => log.Select(e => e with { User = nullUser == 0 && u == 0 ? null : u })).ToArray()
        from ids in Gen.Shuffle(Enumerable.Range(1, rows.Length).ToArray())
        let numbered = rows.Select((r, i) => r with { Id = ids[i] }).ToArray()
        from duplicate in Gen.Choose(0, 4)
        from shuffled in Gen.Shuffle(duplicate == 0 && numbered.Length > 0 ? [.. numbered, numbered[0]] : numbered)
        select shuffled;

    static Gen<LogEvent[]> User(SessionizeOptions options, Gen<int> lengths, Gen<Func<DateTime, DateTime>> step) =>
        from length in lengths
        from start in EventSteps.Start(options)
        from steps in step.ArrayOf(length)
        from campaigns in Gen.Elements<string?>(null, "a", "b").ArrayOf(length)
        from nulls in Gen.Choose(0, 11).ArrayOf(length)
        select Times(start, steps).Select((time, i) => new LogEvent { CaseId = 0, Id = 0, Campaign = campaigns[i], Time = nulls[i] == 0 ? null : time }).ToArray();

    static IEnumerable<DateTime> Times(DateTime start, Func<DateTime, DateTime>[] steps)
    {
        foreach (var step in steps)
        {
            yield return start;
            start = step(start);
        }
    }
}
