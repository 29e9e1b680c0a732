namespace SqlHarness.Tests.Testing.OwnQueries.Notes;

/// <summary>What no case can show of <c>sessions</c>.</summary>
static class Sessions
{
    public static readonly OwnNotes Notes = new()
    {
        OutOfReach = new Dictionary<string, string>
        {
            ["session_events: LEAD(Event_EventTime) OVER (PARTITION BY Event_UserId, SessionStart ORDER BY Event_EventTime NULLS FIRST, Event_EventId, Event_Campaign NULLS FIRST): a NULL"] = Because.HasTime,
            ["session_events: PARTITION BY Event_UserId, SessionStart: Event_UserId NULL"] = "an event in a session has a user",
            ["session_events: PARTITION BY Event_UserId, SessionStart: SessionStart NULL"] = "only events of a session are read",
            ["session_events: ORDER BY Event_EventTime, Event_EventId, Event_Campaign: Event_EventTime NULL"] = Because.HasTime,
            ["sessions: PARTITION BY User: NULL"] = "a session has a user",
            ["sessions: ORDER BY Start: a tie"] = Because.UniqueStart,
            ["result: output: User NULL"] = "a session has a user",
            ["result: output: End NULL"] = Because.HasTime,
            ["result: output: DurationMicroseconds NULL"] = Because.HasTime,
            ["result: output: FirstId NULL"] = "every event has an id",
        },
        Accepted = new Dictionary<string, string>
        {
            // events_with_previous
            ["WNF-cda5de"] = Because.NoTime,
            // events_with_session_start
            ["ABS-3d69e7"] = Because.NeverLater,
            ["WTB-293cb0"] = "the first event of an instant starts its session if any does, so all of the instant see the same start",
            ["WFR-74ee40"] = "only exact duplicates tie, and SQLite sorts both windows alike; SessionizeTests has the many rows that part them on DuckDB",
            // session_events
            ["CNT-15611f"] = "only events of a session are counted, so the start is never NULL",
            ["WOD-d86edc"] = Because.SameId,
            ["WTB-683e7a"] = "which of two events that tie comes last is left to the engine; SQLite keeps the order in which the other windows have sorted them",
            ["WTB-41e39f"] = Because.SameId,
            ["WNF-9b180e"] = Because.HasTime,
            ["WNF-02b3c9"] = Because.HasTime,
            ["WNF-140604"] = Because.SameId,
            ["WNF-ed7bc6"] = Because.HasTime,
            ["SEL-2cca76"] = "equal rows have a next event of the same instant, and only the last event of a session is read; events are counted before",
            // sessions
            ["NLS-b3df54"] = Because.HasTime,
            ["ABS-e60b89"] = "a session does not end before it starts",
            ["WFN-31f283"] = Because.UniqueStart,
            ["WFN-90f6ee"] = Because.UniqueStart,
            ["SEL-6650d0"] = Because.UniqueStart,
            // result
            ["NLS-1c5d16"] = "a session has a user",
            ["NLS-a51661"] = Because.HasTime,
            ["NLS-5fbec7"] = Because.HasTime,
            ["SEL-c8e324"] = Because.UniqueStart,
            // elapsed time and days, where one of both is NULL
            ["NLI-7b94c7"] = Because.NoSilence,
        },
    };
}
