using SqlHarness.Sessions;
using SqlHarness.Testing.Shrinking;

namespace SqlHarness.Testing.EventLogs;

/// <summary>
/// Makes event logs smaller: fewer users, fewer rows, no campaigns, users that start at one base time, silences of 0, one second or the gap. Ids stay as they were.
/// It moves all events of a user's instant together, and changes all copies of an event together, so that duplicates stay exact ones.
/// </summary>
/// <param name="options">The gap towards which silences move: to the boundary rather than to zero, since 30:00 beside 30:00.000001 reads best.</param>
public sealed class EventLogReducer(SessionizeOptions options) : IReducer<LogEvent>
{
    static readonly DateTime Base = new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);

    readonly TimeSpan[] _silences = [TimeSpan.Zero, TimeSpan.FromSeconds(1), options.Gap, options.Gap + TimeSpan.FromMicroseconds(1), options.Gap + TimeSpan.FromSeconds(1)];

    readonly RowDropper<LogEvent> _dropper = new();

    /// <inheritdoc/>
    public IEnumerable<IReadOnlyList<LogEvent>> Candidates(IReadOnlyList<LogEvent> rows) =>
        [.. FewerUsers(rows), .. _dropper.Candidates(rows), .. FewerCampaigns(rows), .. EarlierStarts(rows), .. RounderSilences(rows)];

    /// <inheritdoc/>
    public IReadOnlyList<long> Size(IReadOnlyList<LogEvent> rows) =>
    [
        rows.Count, rows.Select(e => e.User).Distinct().Count(), rows.Count(e => e.Campaign is not null), Users(rows).Count(u => Instants(rows, u)[0] != Base),
        Users(rows).Sum(u => Silences(Instants(rows, u)).Sum(s => (long)Rank(s))),
    ];

    static IEnumerable<IReadOnlyList<LogEvent>> FewerUsers(IReadOnlyList<LogEvent> rows) => rows.Select(e => e.User).Distinct()
        .SelectMany(u => new IReadOnlyList<LogEvent>[] { [.. rows.Where(e => e.User != u)], [.. rows.Where(e => e.User == u)] });

    static IEnumerable<IReadOnlyList<LogEvent>> FewerCampaigns(IReadOnlyList<LogEvent> rows) =>
        rows.Where(e => e.Campaign is not null).Select(e => e.Id).Distinct().Select(id => (IReadOnlyList<LogEvent>)[.. rows.Select(e => e.Id == id ? e with { Campaign = null } : e)])
            .Append([.. rows.Select(e => e with { Campaign = null })]);

    static IEnumerable<IReadOnlyList<LogEvent>> EarlierStarts(IReadOnlyList<LogEvent> rows) =>
        Users(rows).Select(u => Moved(rows, u, DateTime.MinValue, Base - Instants(rows, u)[0]))
            .Append(Users(rows).Aggregate(rows, (all, u) => Moved(all, u, DateTime.MinValue, Base - Instants(all, u)[0])));

    IEnumerable<IReadOnlyList<LogEvent>> RounderSilences(IReadOnlyList<LogEvent> rows) =>
        from user in Users(rows)
        let instants = Instants(rows, user)
        from i in Enumerable.Range(1, instants.Count - 1)
        let silence = instants[i] - instants[i - 1]
        from target in _silences.Take(Rank(silence))
        select Moved(rows, user, instants[i], target - silence);

    int Rank(TimeSpan silence) => Array.IndexOf(_silences, silence) is >= 0 and var rank ? rank : _silences.Length;

    /// <summary>Moves a user's events from an instant on.</summary>
    static IReadOnlyList<LogEvent> Moved(IReadOnlyList<LogEvent> rows, long? user, DateTime from, TimeSpan by) =>
        [.. rows.Select(e => e.User == user && e.Time >= from ? e with { Time = e.Time + by } : e)];

    static IEnumerable<long?> Users(IReadOnlyList<LogEvent> rows) => rows.Where(e => e.Time is not null).Select(e => e.User).Distinct();

    static List<DateTime> Instants(IReadOnlyList<LogEvent> rows, long? user) =>
        [.. rows.Where(e => e.User == user && e.Time is not null).Select(e => e.Time!.Value).Distinct().Order()];

    static IEnumerable<TimeSpan> Silences(List<DateTime> instants) => instants.Zip(instants.Skip(1), (a, b) => b - a);
}
