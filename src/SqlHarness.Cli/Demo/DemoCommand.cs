using System.CommandLine;
using System.Globalization;
using LinqToDB;
using LinqToDB.Async;
using Spectre.Console;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Engines;
using SqlHarness.Sessions;
using SqlHarness.Tables;
using SqlHarness.Testing;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Cli.Demo;

/// <summary>The whole story in seconds: page views sessionized, its formulations proven equal to the reference, the SQL of each engine.</summary>
static class DemoCommand
{
    const ulong Seed = 20250101;

    static readonly Option<int> Cases = new("--cases") { Description = "How many generated cases.", HelpName = "N", DefaultValueFactory = _ => 1000 };

    public static Command Create(Terminal terminal) => new ExampleCommand("demo",
        "Sessionizes six page views, proves the query on SQLite and DuckDB with generated cases, and prints its SQL.", "sqlharness demo --cases 1000") { Cases }
        .Runs(terminal, (parsed, cancelled) => RunAsync(terminal.Out, parsed.GetValue(Cases), cancelled));

    static async Task<int> RunAsync(IAnsiConsole console, int cases, CancellationToken cancellationToken)
    {
        if (cases < 1)
            throw new BadInputException($"--cases must be at least 1, but is {cases}.");
        Engine[] engines = [Engine.Sqlite(), Engine.DuckDb()];
        PrintSessions(console, await SessionsAsync(engines[0], cancellationToken).ConfigureAwait(false));
        console.WriteLine();
        console.WriteLine("The same query in three formulations against a plain C# loop, on generated page views:");
        foreach (var engine in engines)
        {
            foreach (var formulation in Enum.GetValues<Formulation>())
            {
                if (!await ProveAsync(console, engine, formulation, cases, cancellationToken).ConfigureAwait(false))
                    return CommandExtensions.Different;
            }
        }

        console.WriteLine();
        foreach (var engine in engines)
            await PrintSqlAsync(console, engine, cancellationToken).ConfigureAwait(false);
        console.MarkupLine("Next: [bold]sqlharness generate events --rows 100000 --out events.parquet[/], then [bold]sqlharness sessionize events.parquet[/].");
        return CommandExtensions.Fine;
    }

    static IQueryable<Sessionized<PageView, long?>> Query(IQueryable<PageView> views) => views.Sessionize(v => v.UserId, v => v.EventTime, v => v.EventId);

    static async Task<List<Sessionized<PageView, long?>>> SessionsAsync(Engine engine, CancellationToken cancellationToken)
    {
        var workspace = await engine.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = workspace.ConfigureAwait(false);
        var views = workspace.CreateTable<PageView>();
        await workspace.LoadAsync(views, PageView.Fixture(), cancellationToken).ConfigureAwait(false);
        return await Query(views).OrderBy(s => s.Event.EventTime).ToListAsync(cancellationToken).ConfigureAwait(false);
    }

    static void PrintSessions(IAnsiConsole console, List<Sessionized<PageView, long?>> rows)
    {
        var table = new Table().Border(TableBorder.Rounded).Title("Page views; a session ends after more than 30 minutes of silence");
        foreach (var column in new[] { "event_id", "user_id", "event_time", "silence before", "session_id", "session_start" })
            table.AddColumn(new TableColumn(column).RightAligned());
        foreach (var (row, previous) in rows.Zip(rows.Prepend(null)))
        {
            var starts = row.SessionId == row.Event.EventId;
            table.AddRow(Cell(row.Event.EventId), Cell(row.Event.UserId), Cell(row.Event.EventTime), previous is null ? "" : Cell(row.Event.EventTime - previous.Event.EventTime),
                starts ? $"[green]{Cell(row.SessionId)}[/]" : Cell(row.SessionId), Cell(row.SessionStart));
        }

        console.Write(table);
    }

    static string Cell(object? value) => CellText.OfColumn([value])[0].EscapeMarkup();

    static async Task<bool> ProveAsync(IAnsiConsole console, Engine engine, Formulation formulation, int cases, CancellationToken cancellationToken)
    {
        var options = new SessionizeOptions { Formulation = formulation };
        var property = Harness.For<PageView, Sessionized<PageView, long?>>(views => views.Sessionize(v => v.UserId, v => v.EventTime, v => v.EventId, options))
            .Named("sessionize").On(engine).Cases(cases, Seed)
            .Against(views => SessionizeReference.Of(views, v => v.UserId, v => v.EventTime, v => (long?)v.EventId, options));
        try
        {
            var proven = (await property.CheckAsync(cancellationToken).ConfigureAwait(false))[0];
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [green]equal[/]  {engine.Name,-6}  {formulation,-12}  {proven.Cases:N0} cases, {proven.Rows:N0} events");
            return true;
        }
        catch (ProofFailedException e)
        {
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture, $"  [red]DIFFERS[/]  {engine.Name,-6}  {formulation,-12}");
            Terminal.WriteLine(console, e.Message);
            return false;
        }
    }

    static async Task PrintSqlAsync(IAnsiConsole console, Engine engine, CancellationToken cancellationToken)
    {
        var workspace = await engine.OpenAsync(cancellationToken).ConfigureAwait(false);
        await using var _ = workspace.ConfigureAwait(false);
        var sql = Query(workspace.CreateTable<PageView>()).ToSqlQuery(new() { InlineParameters = true }).Sql;
        console.Write(new Panel(new Text(sql.Trim().Replace("\t", "  ", StringComparison.Ordinal))).Header($" the query on {engine.Name} {workspace.Version} ").Expand());
    }
}
