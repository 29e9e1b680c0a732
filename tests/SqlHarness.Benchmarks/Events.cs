using LinqToDB.Mapping;

namespace SqlHarness.Benchmarks;

/// <summary>Generated events: sessions of some eight views.</summary>
[Table("events")]
sealed class Event
{
    [Column("event_id")] public long Id { get; set; }
    [Column("user_id")] public long User { get; set; }
    [Column("event_time")] public DateTime Time { get; set; }

    public static string DuckDb(long rows, Shape shape)
    {
        var ordinary = $"(1 + hash(i // 8) % {rows / 50})::BIGINT";
        const string SomeTime = "TIMESTAMP '2005-01-01' + to_microseconds((hash(i // 8 + 7) % 31536000000000)::BIGINT + (hash(i) % 600000000)::BIGINT * (i % 8) // 2)";
        const string Heavy = "(i // 8) % 5 = 0";
        var (user, time) = shape switch
        {
            Shape.Even => (ordinary, SomeTime),
            Shape.Skewed => ($"CASE WHEN {Heavy} THEN 0 ELSE {ordinary} END", $"CASE WHEN {Heavy} THEN TIMESTAMP '2005-01-01' + to_microseconds((i // 8) * 900000000 + (i % 8) * 1000000) ELSE {SomeTime} END"),
            _ => ($"CASE WHEN {Heavy} THEN 0 ELSE {ordinary} END", $"CASE WHEN {Heavy} THEN TIMESTAMP '2005-01-01' + to_microseconds(i * 3000000) ELSE {SomeTime} END"),
        };
        return $"INSERT INTO events (event_id, user_id, event_time) SELECT i, {user}, {time} FROM range({rows}) r(i) ORDER BY hash(i)";
    }

    public static IEnumerable<Event> Rows(int rows, Shape shape)
    {
        var random = new Random(1);
        var start = new DateTime(2005, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var session = (User: 0L, Start: start);
        for (var i = 0; i < rows; i++)
        {
            if (i % 8 == 0)
            {
                var heavy = shape != Shape.Even && i / 8 % 5 == 0;
                var apart = TimeSpan.FromMinutes(shape == Shape.Skewed ? 15 : 0.4);
                session = (heavy ? 0 : 1 + random.NextInt64(rows / 50), heavy ? start + i / 8 * apart : start.AddSeconds(random.Next(31_536_000)));
            }

            yield return new() { Id = i, User = session.User, Time = session.Start.AddSeconds(session.User == 0 ? i % 8 : random.Next(300) * (i % 8)) };
        }
    }
}
