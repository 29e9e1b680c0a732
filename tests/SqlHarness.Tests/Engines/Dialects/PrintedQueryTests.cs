using SqlHarness.Engines.Dialects;
using SqlHarness.Queries;
using SqlHarness.Sessions;

namespace SqlHarness.Tests.Engines.Dialects;

/// <summary>The text that is printed for the embedded engines, run on them as it is.</summary>
public class PrintedQueryTests
{
    static readonly IReadOnlyList<RegisteredQuery> Queries = RegisteredQuery.In(typeof(SessionQueries).Assembly);

    public static TheoryData<string, string> Cases()
    {
        var cases = new TheoryData<string, string>();
        foreach (var query in Queries)
        {
            foreach (var engine in (string[])["sqlite", "duckdb"])
                cases.Add(query.Name, engine);
        }

        return cases;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_printed_query_returns_its_references_rows_by_its_columns_names(string name, string engine)
    {
        var query = Queries.Single(q => q.Name == name);
        var events = Events(seed: 1, count: 3000);
        await using var workspace = EngineCases.Named(engine).Open();
        workspace.Load(events);
        var printed = await PrintedRows.OfAsync(workspace, Dialect.Named(engine).Print(query), query.Result);
        printed.Count.ShouldBeGreaterThan(500);
        printed.ShouldBe(PrintedRows.Of(query.Reference(events), query.Result));
    }

    /// <summary>Events of few users, silent for about 30 minutes or not at all, some without a user, a time or a campaign, some twice.</summary>
    internal static IReadOnlyList<UserEvent> Events(int seed, int count)
    {
        var random = new Random(seed);
        var times = new DateTime[20];
        Array.Fill(times, new DateTime(1969, 12, 31, 20, 0, 0, DateTimeKind.Utc));
        long[] silences = [0, 1, 1_000_000, 1_799_999_999, 1_800_000_000, 1_800_000_001, 7_200_000_000];
        string?[] campaigns = [null, "", "spring", "Spring", "é", "spring "];
        var events = new List<UserEvent>();
        for (var i = 0; i < count; i++)
        {
            var user = random.Next(times.Length);
            times[user] = times[user].AddTicks(silences[random.Next(silences.Length)] * TimeSpan.TicksPerMicrosecond);
            var made = new UserEvent
            {
                EventId = i, UserId = random.Next(30) == 0 ? null : user, EventTime = random.Next(30) == 0 ? null : times[user], Campaign = campaigns[random.Next(campaigns.Length)],
            };
            events.AddRange(Enumerable.Repeat(made, random.Next(50) == 0 ? 2 : 1));
        }

        return [.. events.OrderBy(_ => random.Next())];
    }
}
