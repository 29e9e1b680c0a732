using SqlHarness.Tables;

namespace SqlHarness.Cli.Sessionize;

/// <summary>The two columns that are added, in the types of the input's own id and time.</summary>
static class SessionCells
{
    public static string Select(ColumnType id, ColumnType time, string sessionId, string sessionStart) => $"{Id(id, sessionId)} AS session_id, {Start(time, sessionStart)} AS session_start";

    static string Id(ColumnType id, string value) => id.DatabaseType == "JSON" ? $"to_json({value})" : $"CAST({value} AS {id.DatabaseType})";

    static string Start(ColumnType time, string value) => time.DatabaseType == "TIMESTAMP WITH TIME ZONE" ? $"({value} AT TIME ZONE 'UTC')" : value;
}
