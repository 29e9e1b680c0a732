namespace SqlHarness.Tests.Testing.OwnQueries.Notes;

/// <summary>What no case can show of <c>sessionized_events_range_join</c>.</summary>
static class SessionizedEventsRangeJoin
{
    public static readonly OwnNotes Notes = new()
    {
        OutOfReach = new Dictionary<string, string>
        {
            ["sessions_with_next: ORDER BY Start: a tie"] = Because.UniqueStart,
            ["sessionized_events: LEFT JOIN sessions_with_next: right without a partner"] = Because.EveryStart,
            ["sessionized_events: LEFT JOIN sessions_with_next: left with several partners"] = Because.UniqueStart,
        },
        Accepted = new Dictionary<string, string>
        {
            // events_with_previous
            ["WNF-cda5de"] = Because.NoTime,
            ["SEL-910a0a"] = "equal rows but the first have a previous event of the same instant, and start nothing",
            // session_starts
            ["NLF-efdec2"] = "an event without a time has no session start, and a NULL start never equals in a join",
            ["NLF-ce6abe"] = "a NULL user never equals in a join",
            ["ABS-43658e"] = Because.NeverLater,
            // sessions_with_next
            // sessionized_events
            ["JOI-6fe490"] = Because.EveryStart,
            ["NLI-d89f81"] = Because.StartsKnown,
            ["NLI-56f1e9"] = Because.StartsKnown,
            ["NSE-df5b9e"] = Because.StartsKnown,
            // elapsed time and days, where one of both is NULL
            ["NLI-6e15c5"] = Because.NoSilence,
            ["SEL-a0b022"] = Because.UniqueStart,
            ["SEL-1b7e40"] = Because.UniqueStart,
        },
    };
}
