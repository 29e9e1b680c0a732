using SqlHarness.Queries;

namespace SqlHarness.Sessions;

/// <summary>The session queries with the options that most projects start from, registered by name.</summary>
public static class SessionQueries
{
    /// <summary>Events with their sessions, 30 minutes of silence, as LAG and a running MAX.</summary>
    [Query("sessionized_events", typeof(SessionQueriesReference))]
    public static IQueryable<Sessionized<UserEvent, long?>> SessionizedEvents(IQueryable<UserEvent> events) =>
        events.Sessionize(e => e.UserId, e => e.EventTime, e => e.EventId);

    /// <summary>The same as LAG, filter, LEAD and range join.</summary>
    [Query("sessionized_events_range_join", typeof(SessionQueriesReference), nameof(SessionQueriesReference.SessionizedEvents))]
    public static IQueryable<Sessionized<UserEvent, long?>> SessionizedEventsRangeJoin(IQueryable<UserEvent> events) =>
        events.Sessionize(e => e.UserId, e => e.EventTime, e => e.EventId, new() { Formulation = Formulation.RangeJoin });

    /// <summary>Events with their sessions, which also end at midnight UTC and with a change of campaign.</summary>
    [Query("sessionized_events_by_day_and_campaign", typeof(SessionQueriesReference))]
    public static IQueryable<Sessionized<UserEvent, long?>> SessionizedEventsByDayAndCampaign(IQueryable<UserEvent> events) =>
        events.Sessionize(e => e.UserId, e => e.EventTime, e => e.EventId, new() { Cut = CalendarCut.Day }, e => e.Campaign);

    /// <summary>One row a session, with its landing and exit campaign.</summary>
    [Query("sessions", typeof(SessionQueriesReference))]
    public static IQueryable<Session<long?, long, string?>> Sessions(IQueryable<UserEvent> events) =>
        SessionizedEvents(events).Sessions(e => e.UserId, e => e.EventTime, e => e.EventId, e => e.Campaign);
}
