using SqlHarness.Sessions;
using SqlHarness.Testing;
using Sessionized = SqlHarness.Sessions.Sessionized<SqlHarness.Tests.EventLogs.LogEvent, long?>;

namespace SqlHarness.Tests.EventLogs;

/// <summary>Sessionize over event logs, with what it means.</summary>
static class LogQueries
{
    /// <summary>The query under test.</summary>
    public static QueryOf<LogEvent, Sessionized> UnderTest(SessionizeOptions options) => Harness.For<LogEvent, Sessionized>(events => Sessionize(events, options)).Named("sessionize");

    public static IQueryable<Sessionized> Sessionize(IQueryable<LogEvent> events, SessionizeOptions options) => events.Sessionize(e => e.User, e => e.Time, e => e.Id, options);

    public static IQueryable<Sessionized> SessionizeByCampaign(IQueryable<LogEvent> events, SessionizeOptions options) =>
        events.Sessionize(e => e.User, e => e.Time, e => e.Id, options, e => e.Campaign);

    public static IEnumerable<Sessionized> Reference(IReadOnlyList<LogEvent> events, SessionizeOptions options) =>
        SessionizeReference.Of(events, e => e.User, e => e.Time, e => (long?)e.Id, options);

    public static IEnumerable<Sessionized> ReferenceByCampaign(IReadOnlyList<LogEvent> events, SessionizeOptions options) =>
        SessionizeReference.Of(events, e => e.User, e => e.Time, e => (long?)e.Id, options, e => e.Campaign);
}
