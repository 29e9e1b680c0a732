using System.Data.Common;
using System.Globalization;
using Spectre.Console;
using SqlHarness.Cli.Files;

namespace SqlHarness.Cli.Generate;

/// <summary>What was generated, counted by SQL.</summary>
/// <param name="Rows">All events.</param>
/// <param name="Users">Users with an event.</param>
/// <param name="First">The earliest event; null where none has a time.</param>
/// <param name="Last">The latest.</param>
/// <param name="Late">Events that arrived an hour or more after they happened.</param>
/// <param name="Tied">Events at the same instant as another event of their user.</param>
/// <param name="ByBot">Events of the bot.</param>
/// <param name="WithoutUser">Events of no user.</param>
/// <param name="WithoutTime">Events that do not say when they happened.</param>
sealed record EventSummary(
    long Rows, long Users, DateTime? First, DateTime? Last, long Late, long Tied, long ByBot, long WithoutUser, long WithoutTime)
{
    static readonly string Counts = string.Create(CultureInfo.InvariantCulture, $"""
        SELECT count(*), count(DISTINCT user_id), min(event_time), max(event_time),
          count(*) FILTER (WHERE received_at >= event_time + INTERVAL 1 HOUR),
          (SELECT coalesce(sum(events), 0)::BIGINT FROM (
            SELECT count(*) AS events FROM events WHERE user_id IS NOT NULL AND event_time IS NOT NULL GROUP BY user_id, event_time HAVING count(*) > 1
          )),
          count(*) FILTER (WHERE user_id = {Bot.UserId}), count(*) FILTER (WHERE user_id IS NULL), count(*) FILTER (WHERE event_time IS NULL)
        FROM events
        """);

    /// <summary>The summary of the events that were drawn.</summary>
    public static async Task<EventSummary> OfAsync(Workbench workbench, CancellationToken cancellationToken)
    {
        var rows = await workbench.QueryAsync("Counting", Counts, row => new EventSummary(row.GetInt64(0), row.GetInt64(1), Time(row, 2), Time(row, 3),
            row.GetInt64(4), row.GetInt64(5), row.GetInt64(6), row.GetInt64(7), row.GetInt64(8)), cancellationToken).ConfigureAwait(false);
        return rows[0];

        static DateTime? Time(DbDataReader row, int column) => row.IsDBNull(column) ? null : row.GetDateTime(column);
    }

    /// <summary>Prints it.</summary>
    public void Print(IAnsiConsole console, string path)
    {
        console.MarkupLineInterpolated($"[bold]{path}[/]");
        Line("rows", Number(Rows), $"in order of arrival; they happened from {Time(First)} to {Time(Last)} UTC");
        Line("users", Number(Users), "with an event or more");
        Line("late", Share(Late), "arrived an hour or more after they happened");
        Line("ties", Share(Tied), "happened at the same instant as another event of their user");
        Line("bot", Share(ByBot), string.Create(CultureInfo.InvariantCulture, $"by user {Bot.UserId}, who views a page every few seconds"));
        Line("no user", Share(WithoutUser), "have no user_id");
        Line("no time", Share(WithoutTime), "have no event_time");

        // No count is wider than that of the rows, and no share than '100.00 %'.
        void Line(string name, string value, string what) =>
            console.MarkupLineInterpolated($"  {name,-7}  [green]{value.PadLeft(Math.Max(Number(Rows).Length, 8))}[/]  [dim]{what}[/]");
    }

    static string Number(long number) => number.ToString("N0", CultureInfo.InvariantCulture);

    static string Time(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture) ?? "never";

    string Share(long part) => (100m * part / Rows).ToString("0.00", CultureInfo.InvariantCulture) + " %";
}
