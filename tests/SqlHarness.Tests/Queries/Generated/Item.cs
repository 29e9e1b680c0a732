using LinqToDB.Mapping;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>A row of generated queries: of their first table, and of every step.</summary>
[Table("items")]
public sealed record Item
{
    [Column("id"), PrimaryKey]
    public long Id { get; init; }

    [Column("user_id")]
    public long? User { get; init; }

    [Column("event_time")]
    public DateTime? Time { get; init; }

    [Column("amount")]
    public long? Amount { get; init; }

    [Column("campaign")]
    public string? Campaign { get; init; }

    /// <summary>Rows of few users and times that tie, silent for about half an hour.</summary>
    public static IReadOnlyList<Item> Some(int seed, int count)
    {
        var random = new Random(seed);
        long[] silences = [0, 0, 1, 999_999, 1_000_000, 1_799_999_999, 1_800_000_000, 1_800_000_001, 40_000_000_000];
        string?[] campaigns = [null, "", "a", "A", "b ", "spring", "Spring", "é", "😀x"];
        var time = new DateTime(1969, 12, 31, 21, 0, 0, DateTimeKind.Utc);
        var items = new List<Item>();
        for (var i = 0; i < count; i++)
        {
            time = time.AddTicks(silences[random.Next(silences.Length)] * TimeSpan.TicksPerMicrosecond);
            items.Add(new()
            {
                Id = i, User = random.Next(9) == 0 ? null : random.Next(4), Time = random.Next(9) == 0 ? null : time,
                Amount = random.Next(9) == 0 ? null : random.Next(-3, 8), Campaign = campaigns[random.Next(campaigns.Length)],
            });
        }

        return [.. items.OrderBy(_ => random.Next())];
    }
}
