namespace SqlHarness.Sessions;

/// <summary>What the registered session queries mean.</summary>
public static class SessionQueriesReference
{
    /// <summary>Events with their sessions, 30 minutes of silence.</summary>
    public static IEnumerable<Sessionized<UserEvent, long?>> SessionizedEvents(IReadOnlyList<UserEvent> events) =>
        SessionizeReference.Of(events, e => e.UserId, e => e.EventTime, e => (long?)e.EventId, new());

    /// <summary>Events with their sessions, which also end at midnight UTC and with a change of campaign.</summary>
    public static IEnumerable<Sessionized<UserEvent, long?>> SessionizedEventsByDayAndCampaign(IReadOnlyList<UserEvent> events) =>
        SessionizeReference.Of(events, e => e.UserId, e => e.EventTime, e => (long?)e.EventId, new() { Cut = CalendarCut.Day }, e => e.Campaign);

    /// <summary>One row a session, with its landing and exit campaign.</summary>
    public static IEnumerable<Session<long?, long, string?>> Sessions(IReadOnlyList<UserEvent> events) =>
        SessionsReference.Of(SessionizedEvents(events), e => e.UserId, e => e.EventTime, e => e.EventId, e => e.Campaign);
}
