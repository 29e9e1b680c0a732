using System.CommandLine;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Inputs;
using SqlHarness.Sessions;

namespace SqlHarness.Cli.Sessionize;

/// <summary><c>sqlharness sessionize</c>: its arguments.</summary>
static class SessionizeCommand
{
    static readonly Argument<string> Input = new("INPUT") { Description = InputAddress.Help };
    static readonly Option<string> User = Column("--user", "Whose event: the column of the user.", "user_id");
    static readonly Option<string> Time = Column("--time", "When: the column of the time, UTC where it has no offset.", "event_time");
    static readonly Option<string> Id = Column("--id", "The column of the event's id; it breaks ties, and a session's id is its first event's.", "event_id");
    static readonly Option<string> Gap = new("--gap") { Description = "Silence that ends a session: 30m, 1h30m, 90s, 500ms.", HelpName = "LENGTH", DefaultValueFactory = _ => "30m" };
    static readonly Option<string> Boundary = Choice("--boundary", "Whether a silence of exactly the gap ends a session: only what is longer does (after), or it does too (at).", "after", "at");
    static readonly Option<bool> WholeSeconds = new("--whole-seconds") { Description = "Floor silences to whole seconds, as TIMESTAMP_DIFF(…, SECOND) does on BigQuery." };
    static readonly Option<string> Cut = Choice("--cut", "Where sessions also end: at midnight UTC (day), or with the month.", "none", "day", "month");
    static readonly Option<string?> NewSessionOn = new("--new-session-on") { Description = "A column whose change also ends a session.", HelpName = "COLUMN" };
    static readonly Option<string> OnEngine = Choice("--engine", "What runs the query.", "duckdb", "sqlite");
    static readonly Option<string> InFormulation = Choice("--formulation", "Which query with this meaning: LAG and a running MAX (window) or COUNT (running-count), or LAG, LEAD and a range join.", "window", "running-count", "range-join");
    static readonly Option<string?> Out = new("--out") { Description = "Write every row with session_id and session_start: to a file, .csv, .parquet, .jsonl, text also as .gz, or to a server's table, ENGINE:CONNECTION#schema.table.", HelpName = "FILE|TABLE" };
    static readonly Option<bool> Force = new("--force") { Description = "Replace the file or table if it exists." };
    static readonly Option<string> Format = Choice("--format", "How stdout is printed.", "table", "json");

    public static Command Create(Terminal terminal) => new ExampleCommand("sessionize", "Adds session ids to events, and says what the sessions are like.",
        "sqlharness sessionize events.parquet --user user_id --time event_time --id event_id --gap 30m --out sessions.parquet")
    {
        Input, User, Time, Id, Gap, Boundary, WholeSeconds, Cut, NewSessionOn, OnEngine, InFormulation, Out, Force, Format,
    }.Runs(terminal, (parsed, cancelled) => new SessionizeRun(Request(parsed), CommonOptions.From(parsed), terminal).RunAsync(cancelled));

    static SessionizeRequest Request(ParseResult parsed) => new()
    {
        Input = parsed.GetRequiredValue(Input), User = parsed.GetRequiredValue(User), Time = parsed.GetRequiredValue(Time), Id = parsed.GetRequiredValue(Id),
        Options = Options(parsed), NewSessionOn = parsed.GetValue(NewSessionOn), OnSqlite = parsed.GetValue(OnEngine) == "sqlite",
        Out = parsed.GetValue(Out), Force = parsed.GetValue(Force), AsJson = parsed.GetValue(Format) == "json",
    };

    /// <exception cref="BadInputException">The options contradict each other; the message names them.</exception>
    static SessionizeOptions Options(ParseResult parsed)
    {
        var gap = LengthText.Parse("--gap", parsed.GetRequiredValue(Gap));
        if (parsed.GetValue(WholeSeconds) && gap.Ticks % TimeSpan.TicksPerSecond != 0)
            throw new BadInputException($"--gap must be whole seconds with --whole-seconds, but is '{parsed.GetValue(Gap)}'.");
        return new()
        {
            Gap = gap, Boundary = parsed.GetValue(Boundary) == "at" ? GapBoundary.At : GapBoundary.After,
            Precision = parsed.GetValue(WholeSeconds) ? GapPrecision.WholeSeconds : GapPrecision.Microseconds,
            Cut = parsed.GetValue(Cut) switch { "day" => CalendarCut.Day, "month" => CalendarCut.Month, _ => CalendarCut.None },
            Formulation = parsed.GetValue(InFormulation) switch { "range-join" => Formulation.RangeJoin, "running-count" => Formulation.RunningCount, _ => Formulation.Window },
        };
    }

    static Option<string> Column(string name, string description, string column) => new(name) { Description = description, HelpName = "COLUMN", DefaultValueFactory = _ => column };

    static Option<string> Choice(string name, string description, params string[] choices)
    {
        var option = new Option<string>(name) { Description = description, DefaultValueFactory = _ => choices[0] };
        return option.AcceptOnlyFromAmong(choices);
    }
}
