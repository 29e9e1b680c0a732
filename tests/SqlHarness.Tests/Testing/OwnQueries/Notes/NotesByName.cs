namespace SqlHarness.Tests.Testing.OwnQueries.Notes;

/// <summary>The notes of the queries that need any. A query without some is held to everything.</summary>
static class NotesByName
{
    static readonly Dictionary<string, OwnNotes> All = new()
    {
        ["sessionized_events"] = SessionizedEvents.Notes,
        ["sessionized_events_by_day_and_campaign"] = SessionizedEventsByDayAndCampaign.Notes,
        ["sessionized_events_range_join"] = SessionizedEventsRangeJoin.Notes,
        ["sessions"] = Sessions.Notes,
        ["latest_per"] = Operators.OnePerKey,
        ["first_per"] = Operators.OnePerKey,
        ["range_join"] = Operators.RangeJoin,
        ["fill_forward"] = Operators.FillForward,
    };

    public static IEnumerable<string> Names => All.Keys;

    public static OwnNotes Of(string name) => All.GetValueOrDefault(name, OwnNotes.None);
}
