using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Files;

namespace SqlHarness.Cli.Generate;

/// <summary>The events in DuckDB: as they were drawn, user after user, then as they are written, in order of arrival.</summary>
sealed class EventTable(Workbench workbench, Terminal terminal)
{
    /// <summary>Draws all rows, and sorts them by arrival; what arrived at one instant stays as it was drawn.</summary>
    public async Task FillAsync(Clickstream clickstream, CancellationToken cancellationToken)
    {
        var drawn = workbench.Workspace.CreateTable<GeneratedEvent>();
        await Progress.WhileAsync(terminal, "Drawing events", () => clickstream.Percent,
            () => workbench.Workspace.LoadAsync(drawn, clickstream.Rows(), cancellationToken)).ConfigureAwait(false);
        // DuckDB keeps the order of rows through CREATE TABLE AS and COPY, so that one sort serves, and rowid numbers them.
        // Numbered by a window, 10 million rows took twice the memory.
        const string Sort = "CREATE TABLE events AS SELECT * FROM drawn ORDER BY received_at, rowid";
        await workbench.ExecuteAsync("Sorting by arrival", Sort, cancellationToken).ConfigureAwait(false);
        await workbench.ExecuteAsync("Sorting by arrival", "DROP TABLE drawn", cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The events as they are written.</summary>
    public static string Written(Shop shop) => $"""
        SELECT rowid + 1 AS event_id, user_id, event_time, received_at, {shop.Pages.Read("page")}, {shop.Campaigns.Read("campaign")},
          {shop.Referrers.Read("referrer")}, {shop.Devices.Read("device")}, {Country.Codes.Read("country")}
        FROM events
        """;
}
