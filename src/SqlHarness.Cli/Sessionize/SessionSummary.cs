using SqlHarness.Cli.Files;

namespace SqlHarness.Cli.Sessionize;

/// <summary>What became of the events.</summary>
/// <param name="Events">Rows.</param>
/// <param name="Users">Different users, those without a session included.</param>
/// <param name="Sessions">Sessions.</param>
/// <param name="WithoutSession">Rows without a session, by cause.</param>
/// <param name="DurationUs">The sessions' durations in microseconds.</param>
/// <param name="EventsPerSession">How many events the sessions have.</param>
/// <param name="SessionsPerDay">The sessions that start on each UTC day; days without one are left out.</param>
sealed record SessionSummary(
    long Events, long Users, long Sessions, EventsWithoutSession WithoutSession, Quantiles? DurationUs, Quantiles? EventsPerSession, IReadOnlyList<DayCount> SessionsPerDay)
{
    /// <summary>Summarises sessionized rows.</summary>
    /// <param name="bench">Where they are.</param>
    /// <param name="from">What to read them from, for a FROM clause.</param>
    /// <param name="columns">User and time, as they are read from there.</param>
    /// <param name="profile">What is known of the input.</param>
    /// <param name="cancellationToken">Interrupts it.</param>
    public static async Task<SessionSummary> OfAsync(Workbench bench, string from, EventColumns columns, EventProfile profile, CancellationToken cancellationToken)
    {
        const string Table = "sqlharness_summary";
        await bench.ExecuteAsync("Summarising", $"""
            CREATE TEMP TABLE {Table} AS
            SELECT user_id, session_start, count(*) AS events, epoch_us(max(event_time)) - epoch_us(min(event_time)) AS duration
            FROM (SELECT {columns.User.Sql} AS user_id, {columns.Time.Sql} AS event_time, session_start FROM {from}) AS events
            GROUP BY user_id, session_start
            """, cancellationToken).ConfigureAwait(false);
        var (users, sessions, durations, counts) = (await bench.QueryAsync("Summarising", $"""
            SELECT count(DISTINCT user_id), count(session_start), {Quantiles.Sql("duration")}, {Quantiles.Sql("events")} FROM {Table}
            """, r => (r.GetInt64(0), r.GetInt64(1), Quantiles.Read(r, 2), Quantiles.Read(r, 2 + Quantiles.Columns)), cancellationToken).ConfigureAwait(false))[0];
        var days = await bench.QueryAsync("Summarising", $"""
            SELECT CAST(session_start AS DATE) AS day, count(*) FROM {Table} WHERE session_start IS NOT NULL GROUP BY day ORDER BY day
            """, r => new DayCount(DateOnly.FromDateTime(r.GetDateTime(0)), r.GetInt64(1)), cancellationToken).ConfigureAwait(false);
        return new(profile.Events, users, sessions, new(profile.NullUsers, profile.NullTimes), durations, counts, days);
    }
}
