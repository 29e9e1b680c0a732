using LinqToDB;
using LinqToDB.Data;
using SqlHarness.Sessions;
using SqlHarness.Tables;

namespace SqlHarness.ConformanceTests;

/// <summary>The query of the design document, as it is written for BigQuery: previous event, threshold, next session, range join. Ours with whole seconds equals it, since TIMESTAMP_DIFF floors.</summary>
public class DesignQueryTests
{
    // NULL keys and ties were not thought of there: its events have neither.
    const string Design = """
        WITH previous AS (
          SELECT *, LAG(event_time) OVER (PARTITION BY user_id ORDER BY event_time, event_id) AS previous_time
          FROM {0}
        ),
        starts AS (
          SELECT user_id, event_id AS session_id, event_time AS session_start
          FROM previous
          WHERE previous_time IS NULL OR TIMESTAMP_DIFF(event_time, previous_time, SECOND) > 1800
        ),
        sessions AS (
          SELECT *, LEAD(session_start) OVER (PARTITION BY user_id ORDER BY session_start) AS next_session_start
          FROM starts
        )
        SELECT e.event_id, s.session_id, s.session_start
        FROM {0} AS e
        LEFT JOIN sessions AS s
          ON e.user_id = s.user_id AND e.event_time >= s.session_start AND (e.event_time < s.next_session_start OR s.next_session_start IS NULL)
        """;

    [Fact]
    public async Task Whole_seconds_equal_the_designs_own_query()
    {
        await using var workspace = await (await TestedEngine.Of("bigquery").UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        var events = Generated(600);
        var table = workspace.Load(events);
        var rows = new List<Answer>();
        await using (var reader = await workspace.Connection.ExecuteReaderAsync(Design.Replace("{0}", $"{table.SchemaName}.{table.TableName}", StringComparison.Ordinal), TestContext.Current.CancellationToken))
        {
            while (await reader.Reader!.ReadAsync(TestContext.Current.CancellationToken))
                rows.Add(new(reader.Reader.GetInt64(0), reader.Reader.GetInt64(1), reader.Reader.GetDateTime(2)));
        }

        rows.Count.ShouldBe(events.Count);
        var exact = Answers(table, GapPrecision.Microseconds);
        foreach (var formulation in Enum.GetValues<Formulation>())
            Bag.Compare(rows, Answers(table, GapPrecision.WholeSeconds, formulation)).IsEmpty.ShouldBeTrue();
        // The silences between 1800 and 1801 seconds are what makes the difference.
        Bag.Compare(rows, exact).IsEmpty.ShouldBeFalse();
        rows.Select(r => r.Start).Distinct().Count().ShouldBeInRange(50, 400);
    }

    static List<Answer> Answers(ITable<UserEvent> events, GapPrecision precision, Formulation formulation = Formulation.Window) =>
        [.. events.Sessionize(e => e.UserId, e => e.EventTime, e => e.EventId, new() { Precision = precision, Formulation = formulation }).Select(s => new Answer(s.Event.EventId, s.SessionId, s.SessionStart))];

    static List<UserEvent> Generated(int count)
    {
        var random = new Random(17);
        long[] silences = [1, 500_000, 60_000_000, 1_799_999_999, 1_800_000_000, 1_800_000_001, 1_800_500_000, 1_800_999_999, 1_801_000_000, 4_000_000_000];
        var time = new Dictionary<long, DateTime>();
        return [.. Enumerable.Range(0, count).Select(i =>
        {
            var user = (long)random.Next(8);
            time[user] = time.GetValueOrDefault(user, new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc)).AddTicks(silences[random.Next(silences.Length)] * TimeSpan.TicksPerMicrosecond);
            return new UserEvent { EventId = i, UserId = user, EventTime = time[user] };
        }).OrderBy(_ => random.Next())];
    }

    sealed record Answer(long Event, long? Session, DateTime? Start);
}
