using SqlHarness.Queries;
using SqlHarness.Sessions;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Queries;

public class RegisteredQueryTests
{
    static readonly IReadOnlyList<RegisteredQuery> Ours = RegisteredQuery.In(typeof(SessionQueries).Assembly);

    [Fact]
    public void Our_own_queries_are_found_by_name() => Ours.Select(q => q.Name)
        .ShouldBe(["sessionized_events", "sessionized_events_by_day_and_campaign", "sessionized_events_range_join", "sessions"]);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void Each_runs_and_equals_its_reference(string engine)
    {
        var nine = new DateTime(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);
        UserEvent[] events =
        [
            new() { EventId = 1, UserId = 1, EventTime = nine, Campaign = "a" }, new() { EventId = 2, UserId = 1, EventTime = nine.AddMinutes(30), Campaign = "b" },
            new() { EventId = 3, UserId = 1, EventTime = nine.AddMinutes(61) }, new() { EventId = 4, UserId = null, EventTime = nine }, new() { EventId = 5, UserId = 2 },
        ];
        using var workspace = EmbeddedEngines.Named(engine).Open();
        var table = workspace.Load(events);
        foreach (var query in Ours)
        {
            query.Inputs.ShouldBe([typeof(UserEvent)]);
            query.HasReference.ShouldBeTrue();
            var expected = query.Reference([events]).Cast<object>().ToList();
            expected.ShouldNotBeEmpty();
            query.Over(table).Cast<object>().AsEnumerable().ShouldEqualPerCase(expected, _ => 0, $"{query} on {engine}");
        }
    }

    [Fact]
    public void A_registered_method_that_is_no_query_is_refused_by_name() =>
        Should.Throw<QueryRegistrationException>(() => RegisteredQuery.In(typeof(RegisteredQueryTests).Assembly)).Message
            .ShouldBe("Query broken must be a public static method from IQueryables to an IQueryable, but is BrokenQueries.NoQuery.");
}
