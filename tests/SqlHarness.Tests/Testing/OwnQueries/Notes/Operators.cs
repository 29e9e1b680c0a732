namespace SqlHarness.Tests.Testing.OwnQueries.Notes;

/// <summary>What no case can show of the operators.</summary>
static class Operators
{
    public static readonly OwnNotes OnePerKey = new()
    {
        OutOfReach = new Dictionary<string, string> { ["latest_per_key: PARTITION BY User: NULL"] = "a row without a key is dropped before rows are numbered" },
    };

    public static readonly OwnNotes RangeJoin = new()
    {
        OutOfReach = new Dictionary<string, string>
        {
            ["result: output: User NULL"] = "a NULL user never equals in a join",
            ["result: output: Time NULL"] = "no range holds an instant that is NULL",
        },
    };

    public static readonly OwnNotes FillForward = new()
    {
        Accepted = new Dictionary<string, string>
        {
            ["WTB-3919b6"] = "which row of an instant comes first is left to the engine; SQLite keeps the order in which the first step has sorted them, by id",
        },
    };
}
