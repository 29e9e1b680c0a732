using System.Reflection;
using SqlHarness.Queries;
using SqlHarness.Sessions;
using SqlHarness.Testing;

namespace SqlHarness.Tests.Queries;

public class RegisteredQueryTests
{
    static readonly IReadOnlyList<RegisteredQuery> Ours = RegisteredQuery.In(typeof(SessionQueries).Assembly);

    [Fact]
    public void Our_own_queries_are_found_by_name() => Ours.Select(q => q.Name)
        .ShouldBe(["sessionized_events", "sessionized_events_by_day_and_campaign", "sessionized_events_range_join", "sessions"]);

    [Fact]
    public void Each_equals_its_reference()
    {
        foreach (var query in Ours)
        {
            query.Inputs.ShouldBe([typeof(UserEvent)]);
            query.HasReference.ShouldBeTrue();
            new Action<RegisteredQuery>(Equals<object>).Method.GetGenericMethodDefinition().MakeGenericMethod(query.Result).Invoke(null, BindingFlags.DoNotWrapExceptions, null, [query], null);
        }

        static void Equals<TResult>(RegisteredQuery query) => Harness.For<UserEvent, TResult>(events => (IQueryable<TResult>)query.Over(events)).Named(query.Name)
            .Against(events => query.Reference([events]).Cast<TResult>()).Check().Count.ShouldBe(2, query.Name);
    }

    [Fact]
    public void A_registered_method_that_is_no_query_is_refused_by_name() =>
        Should.Throw<QueryRegistrationException>(() => RegisteredQuery.In([typeof(BrokenQueries)])).Message
            .ShouldBe("Query broken must be a public static method from IQueryables, and values behind them, to an IQueryable, but is BrokenQueries.NoQuery.");
}
