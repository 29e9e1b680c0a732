using System.Globalization;
using SqlHarness.Sessions;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.EventLogs;
using Sylvan.Data.Csv;

namespace SqlHarness.Tests.Cli.Sessionize;

/// <summary>The command from file to file equals the reference, for every option.</summary>
public sealed class SessionizeReferenceTests : IDisposable
{
    readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    public static TheoryData<string, string, string> Options()
    {
        var data = new TheoryData<string, string, string>();
        foreach (var engine in new[] { "duckdb", "sqlite" })
            foreach (var formulation in new[] { "window", "range-join" })
                foreach (var words in new[] { "", "--boundary at", "--whole-seconds", "--cut day --gap 45m", "--cut month --new-session-on campaign", "--new-session-on campaign --boundary at --whole-seconds" })
                    data.Add(engine, formulation, words);
        return data;
    }

    [Theory]
    [MemberData(nameof(Options))]
    public async Task Equals_the_reference(string engine, string formulation, string words)
    {
        var options = new SessionizeOptions
        {
            Gap = words.Contains("45m", StringComparison.Ordinal) ? TimeSpan.FromMinutes(45) : TimeSpan.FromMinutes(30),
            Boundary = words.Contains("boundary at", StringComparison.Ordinal) ? GapBoundary.At : GapBoundary.After,
            Precision = words.Contains("whole", StringComparison.Ordinal) ? GapPrecision.WholeSeconds : GapPrecision.Microseconds,
            Cut = words.Contains("day", StringComparison.Ordinal) ? CalendarCut.Day : words.Contains("month", StringComparison.Ordinal) ? CalendarCut.Month : CalendarCut.None,
        };
        var events = EventLogGenerator.Generate(options, CaseBudget.FromEnvironment(200, 5)).Cases.SelectMany(c => c).ToList();
        _shell.Write("events.csv", [.. events.Select(e => $"{e.Id},{User(e)},{Text(e.Time)},{e.Campaign}").Prepend("event_id,user_id,event_time,campaign")]);

        var answer = await _shell.RunAsync(["sessionize", "/events.csv", "--engine", engine, "--formulation", formulation, "--out", "/out.csv", .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        answer.Error.ShouldBe("");
        var expected = SessionizeReference.Of(events, e => User(e) is { Length: > 0 } user ? user : null, e => e.Time, e => (long?)e.Id, options,
                words.Contains("campaign", StringComparison.Ordinal) ? e => e.Campaign : null)
            .Select(s => $"{s.Event.Id}|{User(s.Event)}|{Text(s.Event.Time)}|{s.Event.Campaign}|{s.SessionId}|{Text(s.SessionStart)}").Order(StringComparer.Ordinal).ToList();
        Rows("out.csv").Order(StringComparer.Ordinal).ShouldBe(expected);
        expected.Count(r => r.EndsWith("||", StringComparison.Ordinal)).ShouldBeInRange(1, expected.Count / 2);
    }

    static string User(LogEvent e) => e.User is { } user ? $"{e.CaseId}-{user}" : "";

    static string Text(DateTime? time) => time?.ToString("yyyy-MM-dd HH:mm:ss.FFFFFF", CultureInfo.InvariantCulture) ?? "";

    List<string> Rows(string file)
    {
        using var csv = CsvDataReader.Create(_shell.PathOf(file));
        List<string> rows = [];
        while (csv.Read())
            rows.Add(string.Join('|', Enumerable.Range(0, csv.FieldCount).Select(csv.GetString)));
        return rows;
    }
}
