using System.Globalization;
using SqlHarness.Sessions;
using SqlHarness.Tests.EventLogs;
using SqlHarness.Tests.Testing.Cases;
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
        // A file of text does not tell an empty text from none.
        var events = Generated.For<LogEvent, Sessionized<LogEvent, long?>>(e => LogQueries.SessionizeByCampaign(e, options), 200, 5)
            .SelectMany((log, i) => log.Select(e => (Case: i, Event: e with { Campaign = e.Campaign is { Length: > 0 } text ? text : null }))).ToList();
        _shell.Write("events.csv", [.. events.Select(e => $"{e.Event.Id},{User(e)},{Text(e.Event.Time)},{e.Event.Campaign}").Prepend("event_id,user_id,event_time,campaign")]);

        var answer = await _shell.RunAsync(["sessionize", "/events.csv", "--engine", engine, "--formulation", formulation, "--out", "/out.csv", .. words.Split(' ', StringSplitOptions.RemoveEmptyEntries)]);

        answer.Error.ShouldBe("");
        var expected = SessionizeReference.Of(events, e => User(e) is { Length: > 0 } user ? user : null, e => e.Event.Time, e => (long?)e.Event.Id, options,
                words.Contains("campaign", StringComparison.Ordinal) ? e => e.Event.Campaign : null)
            .Select(s => $"{s.Event.Event.Id}|{User(s.Event)}|{Text(s.Event.Event.Time)}|{s.Event.Event.Campaign}|{s.SessionId}|{Text(s.SessionStart)}").Order(StringComparer.Ordinal).ToList();
        Rows("out.csv").Order(StringComparer.Ordinal).ShouldBe(expected);
        expected.Count(r => r.EndsWith("||", StringComparison.Ordinal)).ShouldBeInRange(1, expected.Count / 2);
    }

    static string User((int Case, LogEvent Event) e) => e.Event.User is { } user ? $"{e.Case}-{user}" : "";

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
