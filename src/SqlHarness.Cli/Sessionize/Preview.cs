using System.Globalization;
using Spectre.Console;
using SqlHarness.Cli.Files;

namespace SqlHarness.Cli.Sessionize;

/// <summary>The first rows, as a table: the columns that the command works with, and what it added.</summary>
static class Preview
{
    const int Rows = 10;

    public static async Task PrintAsync(IAnsiConsole console, Workbench bench, string from, EventColumns columns, int otherColumns, CancellationToken cancellationToken)
    {
        var (user, time, id) = columns;
        string[] shown = [user.Name, time.Name, id.Name];
        var order = $"{user.Sql}, {time.Sql}, {id.Sql}";
        var rows = await bench.QueryAsync("Looking at the first rows", $"""
            SELECT {string.Join(", ", shown.Select(c => $"CAST({SqlText.Name(c)} AS VARCHAR)"))},
                CAST({time.Sql} - lag({time.Sql}) OVER (PARTITION BY {user.Sql} ORDER BY {order}) AS VARCHAR), CAST(session_id AS VARCHAR), CAST(session_start AS VARCHAR)
            FROM (SELECT * FROM {from} WHERE session_start IS NOT NULL ORDER BY {order} LIMIT {Rows}) AS first
            ORDER BY {order}
            """, r => Enumerable.Range(0, r.FieldCount).Select(i => r.IsDBNull(i) ? "" : r.GetString(i)).ToArray(), cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0)
            return;
        var table = new Table().Border(TableBorder.Rounded);
        foreach (var name in new[] { user.Name, time.Name, id.Name, "silence before", "session_id", "session_start" })
            table.AddColumn(new TableColumn(name.EscapeMarkup()).RightAligned());
        foreach (var row in rows)
            table.AddRow([.. row.Select((cell, i) => i == 4 && cell == row[2] ? $"[green]{cell.EscapeMarkup()}[/]" : cell.EscapeMarkup())]);
        console.Write(table);
        if (otherColumns > 0)
            console.MarkupLine(string.Create(CultureInfo.InvariantCulture, $"[grey]{otherColumns} more {(otherColumns == 1 ? "column" : "columns")} not shown[/]"));
        console.WriteLine();
    }
}
