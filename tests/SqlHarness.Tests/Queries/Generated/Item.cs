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

    [Column("price", Precision = 18, Scale = 6)]
    public decimal? Price { get; init; }

    [Column("ok")]
    public bool? Ok { get; init; }

    /// <summary>Rows of few users and times that tie, silent for about half an hour.</summary>
    public static IReadOnlyList<Item> Some(int seed, int count)
    {
        var random = new Random(seed);
        long[] silences = [0, 0, 1, 999_999, 1_000_000, 1_799_999_999, 1_800_000_000, 1_800_000_001, 40_000_000_000];
        decimal?[] prices = [null, 0m, -1.5m, 2.5m, 2.675m, 0.000001m, 10m, -0.000001m];
        bool?[] oks = [null, true, false];
        // Twice in a row for one user, now and then.
        string?[] campaigns = [null, null, null, null, "", "a", "A", "b ", "spring", "Spring", "é", "😀x"];
        var time = new DateTime(1969, 12, 31, 21, 0, 0, DateTimeKind.Utc);
        var items = new List<Item>();
        for (var i = 0; i < count; i++)
        {
            time = time.AddTicks(silences[random.Next(silences.Length)] * TimeSpan.TicksPerMicrosecond);
            items.Add(new()
            {
                Id = i, User = random.Next(9) == 0 ? null : random.Next(4), Time = random.Next(9) == 0 ? null : time,
                Amount = random.Next(9) == 0 ? null : random.Next(-3, 8), Campaign = campaigns[random.Next(campaigns.Length)],
                Price = prices[random.Next(prices.Length)], Ok = oks[random.Next(oks.Length)],
            });
        }

        return [.. items.OrderBy(_ => random.Next())];
    }
}
