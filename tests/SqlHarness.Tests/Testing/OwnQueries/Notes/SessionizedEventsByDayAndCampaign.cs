namespace SqlHarness.Tests.Testing.OwnQueries.Notes;

/// <summary>What no case can show of <c>sessionized_events_by_day_and_campaign</c>.</summary>
static class SessionizedEventsByDayAndCampaign
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
            ["WOD-5fb68b"] = Because.WithinInstant,
            ["WOD-244950"] = Because.WithinInstant,
            ["WTB-1bcf60"] = Because.WithinInstant,
            ["WNF-4689b1"] = Because.NoTime,
            ["WNF-74d3ca"] = Because.WithinInstant,
            ["WNF-ea217b"] = "the events without a time start nothing, and the first that has one starts a session either way",
            // events_with_session_start
            ["ROR-12a5fb"] = Because.NeverLater,
            ["ABS-3d69e7"] = Because.NeverLater,
            // session_starts
            ["NLF-efdec2"] = "an event without a time has no session start, and a NULL start never equals in a join",
            ["NLF-ce6abe"] = "a NULL user never equals in a join",
            ["NLF-52a390"] = Because.Superfluous,
            ["FRM-8837e7"] = Because.Superfluous,
            ["ROR-8b9183"] = Because.Superfluous,
            ["ROR-55b19e"] = Because.Superfluous,
            ["ROR-804127"] = Because.Superfluous,
            ["ROR-a30f1b"] = Because.NeverLater,
            ["ROR-5cab20"] = Because.Superfluous,
            ["ROR-d71174"] = Because.Superfluous,
            ["CON-c99c99"] = Because.Superfluous,
            ["CON-c2546c"] = Because.Superfluous,
            ["CON-962ac6"] = Because.Superfluous,
            ["DUN-72357e"] = Because.Superfluous,
            ["LCR-14db20"] = Because.Superfluous,
            ["NLI-15447b"] = Because.Superfluous,
            ["NLI-3c107f"] = Because.Superfluous,
            ["ABS-43658e"] = Because.NeverLater,
            ["TRU-da5fd1"] = "hours and days differ wherever days do: an equal hour is the day's first",
            ["TRU-c8b5d7"] = "months and days differ wherever days do: the previous event is not later; what else differs is superfluous",
            ["TRU-2d9d7f"] = "days and hours differ wherever days do; what else differs is superfluous",
            // sessionized_events
            ["JOI-a3ad51"] = Because.EveryStart,
            ["NLI-2ddee8"] = "an event without a user has no session start, which the other condition asks for",
            ["NLI-dd0fa4"] = Because.StartsKnown,
            ["NLI-0df87f"] = Because.StartsKnown,
            ["NSE-824e4a"] = Because.StartsKnown,
            ["NSE-963e51"] = Because.StartsKnown,
            // elapsed time and days, where one of both is NULL
            ["NLI-7b94c7"] = Because.NoSilence,
            ["NLI-4d50c5"] = Because.NoSilence,
            ["NLI-951871"] = Because.NoSilence,
            ["NLI-6e15c5"] = Because.NoSilence,
            ["NLI-b147a0"] = Because.Superfluous,
            ["NLI-b386c1"] = Because.Superfluous,
            ["NLO-359203"] = Because.Superfluous,
            ["NLO-061a98"] = Because.Superfluous,
        },
    };
}
