namespace SqlHarness.Tests.Cli.Generate;

/// <summary>What makes the events real, and sessions difficult.</summary>
public class EventsTests(GeneratedEvents events) : IClassFixture<GeneratedEvents>
{
    const string Bot = "(SELECT mode(user_id) FROM events)";

    [Fact]
    public void Columns_are_typed() =>
        events.One<string>("SELECT string_agg(column_name || ' ' || column_type, ', ') FROM (DESCRIBE SELECT * EXCLUDE (file_row_number) FROM events)").ShouldBe(
            "event_id BIGINT, user_id BIGINT, event_time TIMESTAMP, received_at TIMESTAMP, page VARCHAR, campaign VARCHAR, referrer VARCHAR, device VARCHAR, country VARCHAR");

    [Fact]
    public void Ids_are_unique_and_in_order_of_arrival()
    {
        events.Count("true").ShouldBe(GeneratedEvents.Rows);
        events.Count("event_id <> file_row_number + 1").ShouldBe(0);
        events.One<long>("SELECT count(*) FROM (SELECT received_at - lag(received_at) OVER (ORDER BY event_id) AS later FROM events) WHERE later < INTERVAL 0 SECOND").ShouldBe(0);
    }

    [Fact]
    public void No_event_arrives_before_it_happens() => events.Count("received_at <= event_time").ShouldBe(0);

    [Fact]
    public void All_happen_in_the_period()
    {
        events.Count("event_time >= '2025-01-01' AND event_time < '2025-01-31'").ShouldBe(events.Count("event_time IS NOT NULL"));
        events.One<long>("SELECT count(DISTINCT event_time::DATE) FROM events").ShouldBe(30);
    }

    [Fact]
    public void About_two_percent_arrive_hours_late_and_some_days_late()
    {
        events.Share("received_at >= event_time + INTERVAL 1 HOUR").ShouldBeInRange(0.015, 0.025);
        events.Share("received_at >= event_time + INTERVAL 1 DAY").ShouldBeInRange(0.002, 0.005);
        events.One<TimeSpan>("SELECT max(received_at - event_time) FROM events").ShouldBeInRange(TimeSpan.FromDays(3), TimeSpan.FromDays(5));
        events.One<TimeSpan>("SELECT median(received_at - event_time) FROM events").ShouldBeInRange(TimeSpan.FromSeconds(0.2), TimeSpan.FromSeconds(1));
    }

    [Fact]
    public void The_file_is_not_in_order_of_time() =>
        events.One<long>("SELECT count(*) FROM (SELECT event_time, max(event_time) OVER (ORDER BY event_id) AS seen FROM events) WHERE event_time < seen").ShouldBeGreaterThan(400);

    [Fact]
    public void About_one_percent_have_no_user() => events.Share("user_id IS NULL").ShouldBeInRange(0.007, 0.013);

    [Fact]
    public void Some_have_no_time() => events.Share("event_time IS NULL").ShouldBeInRange(0.0002, 0.001);

    [Fact]
    public void Only_users_and_times_and_where_a_visit_came_from_are_NULL() =>
        events.Count("event_id IS NULL OR received_at IS NULL OR page IS NULL OR device IS NULL OR country IS NULL").ShouldBe(0);

    [Fact]
    public void A_bot_has_its_share_without_a_silence_of_half_an_hour()
    {
        events.Share($"user_id = {Bot}").ShouldBe(0.03, 0.0001);
        events.One<long>($"SELECT max(micros) FROM silences WHERE user_id = {Bot}").ShouldBeLessThan(30 * 60 * 1_000_000L);
        events.One<double>($"SELECT median(micros) / 1e6 FROM silences WHERE user_id = {Bot}").ShouldBeInRange(3, 12);
    }

    [Fact]
    public void No_person_is_as_active_as_the_bot() =>
        events.One<long>($"SELECT max(n) FROM (SELECT count(*) AS n FROM events WHERE user_id <> {Bot} GROUP BY user_id)").ShouldBeInRange(100, 500);

    [Fact]
    public void Many_come_once_and_a_few_come_all_the_time()
    {
        events.One<double>("SELECT count(*) FILTER (WHERE n = 1) / count(*) FROM (SELECT count(*) AS n FROM events GROUP BY user_id)").ShouldBeInRange(0.15, 0.35);
        events.One<double>($"""
            SELECT sum(n) FILTER (WHERE rank <= users / 100) / sum(n)
            FROM (SELECT count(*) AS n, row_number() OVER (ORDER BY count(*) DESC) AS rank, count(*) OVER () AS users FROM events WHERE user_id <> {Bot} GROUP BY user_id)
            """).ShouldBeInRange(0.07, 0.4);
    }

    [Fact]
    public void Some_happen_at_the_same_instant_as_another_of_their_user() =>
        events.Share("(user_id, event_time) IN (SELECT (user_id, event_time) FROM silences WHERE micros = 0)").ShouldBeInRange(0.004, 0.012);

    [Theory]
    [InlineData(0)]
    [InlineData(-1)]
    [InlineData(1)]
    public void Silences_stand_at_the_boundary(int micros) =>
        events.One<long>($"SELECT count(*) FROM silences WHERE micros = 1800000000 + {micros}").ShouldBeInRange(8, 40);

    [Fact]
    public void Silences_within_a_visit_are_exponential()
    {
        // Two seconds and an exponential with a mean of fifty: of them, one part in e is longer than their sum.
        events.One<double>($"SELECT count(*) FILTER (WHERE micros > 52e6) / count(*) FROM silences WHERE user_id <> {Bot} AND micros > 0 AND micros < 1799e6").ShouldBeInRange(0.34, 0.40);
        events.One<double>($"SELECT avg(micros) / 1e6 FROM silences WHERE user_id <> {Bot} AND micros > 0 AND micros < 1799e6").ShouldBeInRange(48, 60);
    }

    [Fact]
    public void Visits_have_several_views() =>
        events.One<double>($"SELECT count(*) / count(*) FILTER (WHERE micros IS NULL OR micros > 1800000000) FROM silences WHERE user_id <> {Bot}").ShouldBeInRange(3.5, 6);

    [Fact]
    public void Nights_are_quiet_by_the_clock_of_the_country()
    {
        foreach (var (country, ahead) in new[] { ("US", -5), ("DE", 1) })
        {
            var hour = $"hour(event_time + INTERVAL ({ahead}) HOUR)";
            var night = events.Count($"country = '{country}' AND user_id <> {Bot} AND {hour} BETWEEN 1 AND 4");
            night.ShouldBeGreaterThan(0);
            (events.Count($"country = '{country}' AND user_id <> {Bot} AND {hour} BETWEEN 18 AND 21") / (double)night).ShouldBeGreaterThan(5, country);
        }
    }

    [Fact]
    public void Texts_look_real()
    {
        events.Count("page NOT LIKE '/%' OR regexp_matches(page, '[^-a-z/]')").ShouldBe(0);
        events.One<long>("SELECT count(DISTINCT page) FROM events").ShouldBeInRange(60, 100);
        events.Share("page = '/'").ShouldBeInRange(0.1, 0.3);
        events.Share("campaign IS NULL").ShouldBeInRange(0.88, 0.97);
        events.Count("referrer IS NOT NULL AND NOT regexp_full_match(referrer, '[a-z-]+\\.[a-z]+')").ShouldBe(0);
        events.Share("device = 'mobile'").ShouldBeInRange(0.5, 0.65);
        events.One<long>("SELECT count(DISTINCT country) FROM events").ShouldBe(12);
    }

    [Fact]
    public void The_summary_counts_what_the_file_holds()
    {
        var users = events.One<long>("SELECT count(DISTINCT user_id) FROM events");
        events.Summary.ShouldContain($"  rows       20,000  in order of arrival; they happened from {events.One<string>("SELECT strftime(min(event_time), '%Y-%m-%d %H:%M') FROM events")} to ");
        events.Summary.ShouldContain($"  users    {users.ToString("N0", null),8}  with");
        foreach (var (name, where) in new[]
        {
            ("late", "received_at >= event_time + INTERVAL 1 HOUR"), ("ties", "(user_id, event_time) IN (SELECT (user_id, event_time) FROM silences WHERE micros = 0)"),
            ("bot", $"user_id = {Bot}"), ("no user", "user_id IS NULL"), ("no time", "event_time IS NULL"),
        })
        {
            events.Summary.ShouldContain($"  {name,-7}  {events.One<string>($"SELECT printf('%.2f %%', round((100 * count(*) / {GeneratedEvents.Rows})::DECIMAL(9, 6), 2)) FROM events WHERE {where}"),8}  ");
        }
    }
}
