using LinqToDB.Mapping;

namespace SqlHarness.Tests.Queries.Generated;

/// <summary>A row of the second table: a user's range of time, open where it has no end.</summary>
[Table("spans")]
public sealed record Span
{
    [Column("id"), PrimaryKey]
    public long Id { get; init; }

    [Column("user_id")]
    public long? User { get; init; }

    [Column("from_time")]
    public DateTime? From { get; init; }

    [Column("until_time")]
    public DateTime? Until { get; init; }

    [Column("label")]
    public required string Label { get; init; }

    public static IReadOnlyList<Span> Of(IReadOnlyList<Item> items) =>
        [.. items.Where((_, i) => i % 4 == 0).Select((x, i) => new Span { Id = i, User = x.User, From = x.Time, Until = i % 3 == 0 ? null : x.Time?.AddHours(i % 5), Label = i % 2 == 0 ? "a" : "B" })];
}
