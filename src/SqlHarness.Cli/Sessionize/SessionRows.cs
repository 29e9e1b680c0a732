namespace SqlHarness.Cli.Sessionize;

/// <summary>Every input row with its session, as a query on the workbench.</summary>
/// <param name="From">What to read from, for a FROM clause.</param>
/// <param name="Columns">The input's columns, unchanged, then <c>session_id</c> and <c>session_start</c>; for a select list.</param>
/// <param name="OrderBy">User, time and id, NULL first.</param>
sealed record SessionRows(string From, string Columns, string OrderBy)
{
    public string Unordered => $"SELECT {Columns}\nFROM {From}";

    public string Ordered => $"{Unordered}\nORDER BY {OrderBy}";
}
