using FsCheck;
using FsCheck.Fluent;
using SqlHarness.Sessions;

namespace SqlHarness.Testing.EventLogs;

/// <summary>Event logs drawn by their gaps, with weight on the boundary: uniform times would meet a 30-minute gap exactly once in thousands of cases.</summary>
public static class EventLogGenerator
{
    static readonly DateTime[] Starts =
    [
        new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc), new(2025, 1, 31, 23, 50, 0, DateTimeKind.Utc), new(2024, 2, 28, 23, 59, 59, DateTimeKind.Utc),
        new(1969, 12, 31, 23, 45, 0, DateTimeKind.Utc),
    ];

    /// <summary>So many cases, the same for the same seed: up to 21 events of three users, with ties, NULLs, duplicates, ids out of order, and physical order shuffled.</summary>
    /// <param name="options">The gap whose neighbourhood is drawn: one microsecond below, exactly, one above, and the same a second further.</param>
    /// <param name="cases">How many cases.</param>
    /// <param name="seed">The seed.</param>
    public static IReadOnlyList<LogEvent[]> Generate(SessionizeOptions options, int cases, ulong seed) =>
        [.. Case(options).Sample(cases, new Rnd(seed, 2 * seed + 1), 50).Select((rows, i) => rows.Select(r => r with { CaseId = i }).ToArray())];

    static Gen<LogEvent[]> Case(SessionizeOptions options) =>
        from users in Gen.Choose(1, 3)
        from logs in User(options.Gap).ArrayOf(users)
        from nullUser in Gen.Choose(0, 5)
        let rows = logs.SelectMany((log, u) => log.Select(e => e with { User = nullUser == 0 && u == 0 ? null : u })).ToArray()
        from ids in Gen.Shuffle(Enumerable.Range(1, rows.Length).ToArray())
        let numbered = rows.Select((r, i) => r with { Id = ids[i] }).ToArray()
        from duplicate in Gen.Choose(0, 4)
        from shuffled in Gen.Shuffle(duplicate == 0 && numbered.Length > 0 ? [.. numbered, numbered[0]] : numbered)
        select shuffled;

    static Gen<LogEvent[]> User(TimeSpan gap) =>
        from length in Gen.Frequency((1, Gen.Constant(0)), (2, Gen.Constant(1)), (7, Gen.Choose(2, 7)))
        from start in Gen.Elements(Starts)
        from gaps in Gap(gap).ArrayOf(length)
        from campaigns in Gen.Elements<string?>(null, "a", "b").ArrayOf(length)
        from nulls in Gen.Choose(0, 11).ArrayOf(length)
        select gaps.Select((_, i) => new LogEvent
        {
            CaseId = 0, Id = 0, Campaign = campaigns[i],
            Time = nulls[i] == 0 ? null : start.AddTicks(gaps.Take(i).Sum(g => g.Ticks)),
        }).ToArray();

    static Gen<TimeSpan> Gap(TimeSpan gap)
    {
        var (micro, second) = (TimeSpan.FromMicroseconds(1), TimeSpan.FromSeconds(1));
        return Gen.Frequency(
            (3, Gen.Elements(gap - micro, gap, gap + micro)),
            (2, Gen.Elements(gap + second - micro, gap + second, gap + second + micro)),
            (2, Gen.Constant(TimeSpan.Zero)),
            (2, Gen.Choose(1, 1000).Select(permille => TimeSpan.FromTicks(gap.Ticks / 10_000 * permille * 10))),
            (1, Gen.Choose(2, 100).Select(times => gap * times)));
    }
}
