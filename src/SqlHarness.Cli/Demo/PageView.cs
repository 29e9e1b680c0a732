using System.Globalization;
using LinqToDB.Mapping;
using Sylvan.Data.Csv;

namespace SqlHarness.Cli.Demo;

/// <summary>A page view of <c>fixtures/pageviews/page_views.csv</c>, which the command carries with it.</summary>
[Table("page_views")]
sealed record PageView
{
    [Column("event_id")] public required long EventId { get; init; }

    [Column("user_id")] public required long UserId { get; init; }

    [Column("event_time")] public required DateTime EventTime { get; init; }

    public static IEnumerable<PageView> Fixture()
    {
        using var stream = typeof(PageView).Assembly.GetManifestResourceStream("page_views.csv")!;
        using var csv = CsvDataReader.Create(new StreamReader(stream));
        while (csv.Read())
        {
            yield return new()
            {
                EventId = csv.GetInt64(0), UserId = csv.GetInt64(1), EventTime = DateTime.Parse(csv.GetString(2), CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal),
            };
        }
    }
}
