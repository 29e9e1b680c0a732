using System.Globalization;
using LinqToDB.Mapping;

namespace SqlHarness.Benchmarks;

/// <summary>Generated events: sessions of some eight views, evenly over users, or one user with a fifth of all.</summary>
[Table("events")]
sealed class Event
{
    [Column("event_id")] public long Id { get; set; }
    [Column("user_id")] public long User { get; set; }
    [Column("event_time")] public DateTime Time { get; set; }

    public static string DuckDb(long rows, bool skewed) => string.Create(CultureInfo.InvariantCulture, $"""
        INSERT INTO events (event_id, user_id, event_time)
        SELECT i, {(skewed ? "CASE WHEN (i // 8) % 5 = 0 THEN 0 ELSE 1 + (hash(i // 8) % " + (rows / 50) + ")::BIGINT END" : "(hash(i // 8) % " + (rows / 50) + ")::BIGINT")},
            {(skewed ? "CASE WHEN (i // 8) % 5 = 0 THEN TIMESTAMP '2005-01-01' + to_microseconds((i // 8) * 900000000) ELSE " : "")}TIMESTAMP '2005-01-01' + to_microseconds((hash(i // 8 + 7) % 31536000000000)::BIGINT){(skewed ? " END" : "")}
            + to_microseconds((hash(i) % 600000000)::BIGINT * (i % 8) // 2)
        FROM range({rows}) r(i) ORDER BY hash(i)
        """);

    public static IEnumerable<Event> Rows(int rows, bool skewed)
    {
        var random = new Random(1);
        var start = new DateTime(2005, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        var session = (User: 0L, Start: start);
        for (var i = 0; i < rows; i++)
        {
            if (i % 8 == 0)
            {
                var heavy = skewed && i / 8 % 5 == 0;
                session = (heavy ? 0 : 1 + random.NextInt64(rows / 50), heavy ? start.AddMinutes(15L * (i / 8)) : start.AddSeconds(random.Next(31_536_000)));
            }

            yield return new() { Id = i, User = session.User, Time = session.Start.AddSeconds(random.Next(300) * (i % 8)) };
        }
    }
}
