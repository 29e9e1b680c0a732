namespace SqlHarness.Tests.Testing.OwnQueries.Notes;

/// <summary>What no case can show of <c>sessionized_events</c>.</summary>
static class SessionizedEvents
{
    public static readonly OwnNotes Notes = new()
    {
        OutOfReach = new Dictionary<string, string>
        {
            ["sessionized_events: LEFT JOIN session_starts: right without a partner"] = Because.EveryStart,
            ["sessionized_events: LEFT JOIN session_starts: left with several partners"] = Because.UniqueStart,
        },
        Accepted = new Dictionary<string, string>
        {
            // events_with_previous
            ["WNF-cda5de"] = Because.NoTime,
            // events_with_session_start
            ["ABS-3d69e7"] = Because.NeverLater,
            ["WTB-293cb0"] = "the first event of an instant starts its session if any does, so all of the instant see the same start",
            ["WFR-74ee40"] = "only exact duplicates tie, and SQLite sorts both windows alike; SessionizeTests has the many rows that part them on DuckDB",
            // session_starts
            ["NLF-efdec2"] = "an event without a time has no session start, and a NULL start never equals in a join",
            ["NLF-ce6abe"] = "a NULL user never equals in a join",
            ["ROR-8b9183"] = Because.Superfluous,
            ["CON-c99c99"] = Because.Superfluous,
            ["CON-c2546c"] = Because.Superfluous,
            ["DUN-72357e"] = Because.Superfluous,
            ["ABS-43658e"] = Because.NeverLater,
            ["SEL-7f6ab1"] = Because.UniqueStart,
            // sessionized_events
            ["JOI-a3ad51"] = Because.EveryStart,
            ["NLI-2ddee8"] = "an event without a user has no session start, which the other condition asks for",
            ["NLI-dd0fa4"] = Because.StartsKnown,
            ["NLI-0df87f"] = Because.StartsKnown,
            ["NSE-824e4a"] = Because.StartsKnown,
            ["NSE-963e51"] = Because.StartsKnown,
            // elapsed time and days, where one of both is NULL
            ["NLI-7b94c7"] = Because.NoSilence,
            ["NLI-6e15c5"] = Because.NoSilence,
        },
    };
}
