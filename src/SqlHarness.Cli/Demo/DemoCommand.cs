using System.Globalization;
using LinqToDB;
using LinqToDB.Async;
using Spectre.Console;
using SqlHarness.Engines;
using SqlHarness.Sessions;
using SqlHarness.Testing.EventLogs;

namespace SqlHarness.Cli.Demo;

/// <summary>The whole story in seconds: events sessionized, the query proven equal to its reference, the SQL of each engine.</summary>
static class DemoCommand
{
    const ulong Seed = 20250101;

    static readonly TimeOnly[] Times = [new(9, 0), new(9, 3), new(9, 2), new(9, 15), new(9, 48), new(11, 0)];

    public static async Task<int> RunAsync(IAnsiConsole console, int cases, CancellationToken cancellationToken)
    {
        if (cases < 1)
        {
            await Console.Error.WriteLineAsync($"--cases must be at least 1, but is {cases}.").ConfigureAwait(false);
            return 2;
        }

        var views = Times.Select((t, i) => new LogEvent { CaseId = 0, Id = i + 1, User = 99999, Time = new DateOnly(2025, 1, 1).ToDateTime(t, DateTimeKind.Utc) }).ToArray();
        var generated = EventLogGenerator.Generate(new(), cases, Seed);
        var failed = false;
        var sql = new List<(string Engine, string Text)>();
        foreach (var engine in new[] { Engine.Sqlite(), Engine.DuckDb() })
        {
            await using var workspace = await engine.OpenAsync(cancellationToken).ConfigureAwait(false);
            var table = workspace.CreateTable<LogEvent>();
            await workspace.LoadAsync(table, views, cancellationToken).ConfigureAwait(false);
            var query = table.Sessionize(e => e.User, e => e.Time, e => e.Id);
            var rows = await query.ToListAsync(cancellationToken).ConfigureAwait(false);
            if (sql.Count == 0)
                Print(console, rows);
            sql.Add((engine.Name, query.ToSqlQuery().Sql));
            failed |= await ProveAsync(console, engine, generated, cancellationToken).ConfigureAwait(false);
        }

        foreach (var (engine, text) in sql)
            console.Write(new Panel(new Text(text.Trim().Replace("\t", "  ", StringComparison.Ordinal))).Header($" the query on {engine} ").Expand());
        return failed ? 1 : 0;
    }

    static void Print(IAnsiConsole console, IEnumerable<Sessionized<LogEvent, long?>> rows)
    {
        var table = new Table().Title("Page views of user 99999, a session ends after 30 minutes of silence");
        table.AddColumns("event_id", "event_time", "gap", "session_id", "session_start");
        DateTime? previous = null;
        foreach (var row in rows.OrderBy(r => r.Event.Time).ThenBy(r => r.Event.Id))
        {
            var gap = row.Event.Time - previous;
            previous = row.Event.Time;
            table.AddRow(Text(row.Event.Id), Text(row.Event.Time), gap?.ToString("c", CultureInfo.InvariantCulture) ?? "", Text(row.SessionId), Text(row.SessionStart));
        }

        console.Write(table);
    }

    static string Text(IFormattable? value) => value?.ToString(value is DateTime ? "yyyy-MM-dd HH:mm:ss" : null, CultureInfo.InvariantCulture) ?? "NULL";

    static async Task<bool> ProveAsync(IAnsiConsole console, Engine engine, IReadOnlyList<LogEvent[]> cases, CancellationToken cancellationToken)
    {
        var expected = cases.SelectMany(c => SessionizeReference.Of(c, e => new { e.CaseId, e.User }, e => e.Time, e => (long?)e.Id, new())).CountBy(r => r).ToDictionary();
        var failed = false;
        foreach (var formulation in Enum.GetValues<Formulation>())
        {
            var workspace = await engine.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = workspace.ConfigureAwait(false);
            var table = workspace.CreateTable<LogEvent>();
            await workspace.LoadAsync(table, cases.SelectMany(c => c), cancellationToken).ConfigureAwait(false);
            var rows = await table.Sessionize(e => new { e.CaseId, e.User }, e => e.Time, e => e.Id, new() { Formulation = formulation })
                .ToListAsync(cancellationToken).ConfigureAwait(false);
            var actual = rows.CountBy(r => r).ToDictionary();
            var different = expected.Keys.Union(actual.Keys).Where(r => expected.GetValueOrDefault(r) != actual.GetValueOrDefault(r)).Select(r => r.Event.CaseId).Distinct().Count();
            console.MarkupLineInterpolated(CultureInfo.InvariantCulture,
                $"{(different == 0 ? "equal  " : "DIFFERS")}  {engine.Name,-7} {workspace.Version,-8} {formulation,-10} {cases.Count - different} of {cases.Count} cases equal the reference");
            failed |= different > 0;
        }

        return failed;
    }
}
