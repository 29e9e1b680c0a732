using SqlHarness.Engines.Dialects;
using SqlHarness.Portability;
using SqlHarness.Sessions;

namespace SqlHarness.Benchmarks;

/// <summary>Sessionization as a user would write it by hand: <c>e</c> is elapsed time as the engine spells it, over 30 minutes.</summary>
static class HandWritten
{
    const string DuckDbElapsed = "epoch_us(event_time) - epoch_us(previous_time)";
    const string SqliteElapsed = "event_time - previous_time";

    static string Previous(string elapsed) => $"""
        WITH events_with_previous AS (
            SELECT event_id, user_id, event_time, lag(event_time) OVER (PARTITION BY user_id ORDER BY event_time, event_id) AS previous_time FROM events),
        marked AS (SELECT *, previous_time IS NULL OR {elapsed} > 1800000000 AS starts FROM events_with_previous)
        """;

    public static string Window(bool sqlite) => $"""
        {Previous(sqlite ? SqliteElapsed : DuckDbElapsed)},
        started AS (
            SELECT event_id, user_id, event_time, max(CASE WHEN starts THEN event_time END) OVER (PARTITION BY user_id ORDER BY event_time, event_id) AS session_start FROM marked),
        session_starts AS (SELECT user_id, event_time, event_id FROM marked WHERE starts)
        SELECT e.event_id, e.user_id, e.event_time, s.event_id AS session_id, e.session_start
        FROM started e LEFT JOIN session_starts s ON s.user_id = e.user_id AND s.event_time = e.session_start
        """;

    /// <summary>The same on a server, half an hour as its users write it.</summary>
    public static string OnServer(Dialect dialect, string events, Formulation formulation)
    {
        var (silent, time) = dialect.Name switch
        {
            DialectNames.PostgreSql => ("event_time - previous_time > INTERVAL '30 minutes'", "TIMESTAMP"),
            DialectNames.MariaDb => ("event_time > previous_time + INTERVAL 30 MINUTE", "DATETIME"),
            _ => ("event_time > previous_time + INTERVAL 30 MINUTE", "DateTime64(6, 'UTC')"),
        };
        return $"""
            WITH events_with_previous AS (
                SELECT event_id, user_id, event_time, lag(event_time) OVER (PARTITION BY user_id ORDER BY event_time, event_id) AS previous_time FROM {events}),
            marked AS (SELECT event_id, user_id, event_time, previous_time IS NULL OR {silent} AS starts FROM events_with_previous),
            {formulation switch
            {
                Formulation.Window => """
                    started AS (
                        SELECT event_id, user_id, event_time, max(CASE WHEN starts THEN event_time END) OVER (PARTITION BY user_id ORDER BY event_time, event_id) AS session_start FROM marked),
                    session_starts AS (SELECT user_id, event_time, event_id FROM marked WHERE starts)
                    SELECT e.event_id AS event_id, e.user_id AS user_id, e.event_time AS event_time, s.event_id AS session_id, e.session_start AS session_start
                    FROM started e LEFT JOIN session_starts s ON s.user_id = e.user_id AND s.event_time = e.session_start
                    """,
                Formulation.RunningCount => """
                    numbered AS (
                        SELECT event_id, user_id, event_time, count(CASE WHEN starts THEN 1 END) OVER (PARTITION BY user_id ORDER BY event_time, event_id) AS number FROM marked),
                    session_starts AS (SELECT user_id, event_time, event_id, row_number() OVER (PARTITION BY user_id ORDER BY event_time, event_id) AS number FROM marked WHERE starts)
                    SELECT e.event_id AS event_id, e.user_id AS user_id, e.event_time AS event_time, s.event_id AS session_id, s.event_time AS session_start
                    FROM numbered e LEFT JOIN session_starts s ON s.user_id = e.user_id AND s.number = e.number
                    """,
                _ => $"""
                    sessions AS (
                        SELECT user_id, event_id, event_time, lead(event_time) OVER (PARTITION BY user_id ORDER BY event_time) AS next_start FROM marked WHERE starts)
                    SELECT e.event_id AS event_id, e.user_id AS user_id, e.event_time AS event_time, s.event_id AS session_id, s.event_time AS session_start
                    FROM {events} e LEFT JOIN sessions s ON s.user_id = e.user_id AND e.event_time >= s.event_time AND e.event_time < coalesce(s.next_start, CAST('2199-01-01 00:00:00' AS {time}))
                    """,
            }}
            """;
    }

    public static string FirstValue(bool sqlite) => $"""
        {Previous(sqlite ? SqliteElapsed : DuckDbElapsed)},
        started AS (
            SELECT *, max(CASE WHEN starts THEN event_time END) OVER (PARTITION BY user_id ORDER BY event_time, event_id ROWS UNBOUNDED PRECEDING) AS session_start FROM marked)
        SELECT event_id, user_id, event_time, first_value(event_id) OVER (PARTITION BY user_id, session_start ORDER BY event_time, event_id) AS session_id, session_start FROM started
        """;

    public static string RangeJoin(bool sqlite) => $"""
        {Previous(sqlite ? SqliteElapsed : DuckDbElapsed)},
        sessions AS (
            SELECT user_id, event_id, event_time, lead(event_time) OVER (PARTITION BY user_id ORDER BY event_time) AS next_start FROM marked WHERE starts)
        SELECT e.event_id, e.user_id, e.event_time, s.event_id AS session_id, s.event_time AS session_start
        FROM events e LEFT JOIN sessions s ON s.user_id = e.user_id AND e.event_time >= s.event_time
            AND e.event_time < coalesce(s.next_start, {(sqlite ? "9223372036854775807" : "TIMESTAMP 'infinity'")})
        """;

    public static string IgnoreNulls => $"""
        {Previous(DuckDbElapsed)}
        SELECT event_id, user_id, event_time,
            last_value(CASE WHEN starts THEN event_id END IGNORE NULLS) OVER w AS session_id, last_value(CASE WHEN starts THEN event_time END IGNORE NULLS) OVER w AS session_start
        FROM marked WINDOW w AS (PARTITION BY user_id ORDER BY event_time, event_id ROWS UNBOUNDED PRECEDING)
        """;

    public static string ArgMax => $"""
        {Previous(DuckDbElapsed)}
        SELECT event_id, user_id, event_time,
            arg_max(CASE WHEN starts THEN event_id END, CASE WHEN starts THEN event_time END) OVER w AS session_id, max(CASE WHEN starts THEN event_time END) OVER w AS session_start
        FROM marked WINDOW w AS (PARTITION BY user_id ORDER BY event_time, event_id ROWS UNBOUNDED PRECEDING)
        """;

    /// <summary>The design's query as it stands there: the upper bound is NULL for the last session.</summary>
    public static string Design => $"""
        {Previous(DuckDbElapsed)},
        sessions AS (
            SELECT user_id, event_id, event_time, lead(event_time) OVER (PARTITION BY user_id ORDER BY event_time) AS next_start FROM marked WHERE starts)
        SELECT e.event_id, e.user_id, e.event_time, s.event_id AS session_id, s.event_time AS session_start
        FROM events e LEFT JOIN sessions s ON s.user_id = e.user_id AND e.event_time >= s.event_time AND (e.event_time < s.next_start OR s.next_start IS NULL)
        """;

    /// <summary>Every row of a Parquet file with its session, in the order of user, time and id, as another.</summary>
    public static string FileToFile(string events, string output) => $"""
        COPY (
            {Previous(DuckDbElapsed).Replace("SELECT event_id, user_id, event_time,", "SELECT *,", StringComparison.Ordinal).Replace("FROM events)", $"FROM read_parquet('{events}'))", StringComparison.Ordinal)},
            started AS (
                SELECT *, max(CASE WHEN starts THEN event_time END) OVER (PARTITION BY user_id ORDER BY event_time, event_id) AS session_start FROM marked),
            session_starts AS (SELECT user_id, event_time, event_id FROM marked WHERE starts)
            SELECT e.* EXCLUDE (previous_time, starts, session_start), s.event_id AS session_id, e.session_start
            FROM started e LEFT JOIN session_starts s ON s.user_id = e.user_id AND s.event_time = e.session_start
            ORDER BY e.user_id, e.event_time, e.event_id
        ) TO '{output}' (FORMAT parquet)
        """;
}
