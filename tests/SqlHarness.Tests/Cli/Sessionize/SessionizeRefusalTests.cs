using LinqToDB.Data;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Cli.Sessionize;

/// <summary>Bad input gets one sentence that names file, row, column and value, exit code 2, and nothing written.</summary>
public sealed class SessionizeRefusalTests : IDisposable
{
    readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("1,a,2025-01-01\n2,a,yesterday", "events.csv, row 2: event_time 'yesterday' is not a time between the years 1 and 9999 in whole microseconds, as 2025-01-01 09:00:00.")]
    [InlineData("1,a,\"\"", "events.csv, row 1: event_time '' is not a time")]
    [InlineData("1,a,2025-01-01 09:00:00.1234567", "events.csv, row 1: event_time '2025-01-01 09:00:00.1234567' is not a time")]
    [InlineData("1,a,infinity", "events.csv, row 1: event_time 'infinity' is not a time")]
    [InlineData("1,a,1735689600", "events.csv, row 1: event_time '1735689600' is not a time")]
    [InlineData("1,a,2025-01-01\n,a,2025-01-02", "events.csv, row 2: event_id is missing; every event needs an id.")]
    [InlineData("1,a", "events.csv cannot be read: line 2 has 2 columns where the header has 3.")]
    [InlineData("1,a,2025-01-01,4", "events.csv cannot be read: line 2 has 4 columns where the header has 3.")]
    [InlineData("1,a,\"2025", "events.csv cannot be read: CSV Error on Line: 2, Value with unterminated quote found.")]
    public async Task Of_rows(string rows, string sentence)
    {
        _shell.Write("events.csv", "event_id,user_id,event_time", rows);
        await RefusedAsync(sentence, "/events.csv");
    }

    [Theory]
    [InlineData("", "events.csv is empty: a CSV file begins with a line of column names.")]
    [InlineData("event_id,event_id,event_time", "events.csv has the column event_id 2 times, upper and lower case being the same.")]
    [InlineData("event_id,,event_time", "events.csv has no name for its column 2: a CSV file begins with a line of column names.")]
    [InlineData("event_id,users,event_time", "events.csv has no column user_id; did you mean users? It has event_id, users, event_time. --user, --time and --id name others.")]
    [InlineData("event_id,user_id,event_time,Session_Id", "events.csv has a column Session_Id already, which this command adds; rename it first.")]
    [InlineData("event_id,user_id,\"event_time", "events.csv is not a CSV file: a quote in its first line is not closed.")]
    public async Task Of_headers(string header, string sentence)
    {
        await File.WriteAllTextAsync(_shell.PathOf("events.csv"), header, TestContext.Current.CancellationToken);
        await RefusedAsync(sentence, "/events.csv");
    }

    [Theory]
    [InlineData("There is no file none.csv.", "/none.csv")]
    [InlineData("There is no file none*.csv.", "/none*.csv")]
    [InlineData("events.xlsx: unknown extension '.xlsx'; usable are .csv, .parquet, .jsonl, .ndjson, and .gz behind those of text.", "/events.xlsx")]
    [InlineData("text.parquet cannot be read: File 'text.parquet' too small to be a Parquet file.", "/text.parquet")]
    [InlineData("bad.jsonl cannot be read: line 2 is not JSON, at byte 2.", "/bad.jsonl")]
    [InlineData("array.jsonl is not a table: its lines are not JSON objects.", "/array.jsonl")]
    [InlineData("There is no duckdb file none.duckdb.", "duckdb:none.duckdb#t")]
    [InlineData("sqlite: names no table; write sqlite:FILE#TABLE or sqlite:FILE#SCHEMA.TABLE.", "sqlite:x.db")]
    [InlineData("The environment variable W is not set.", "postgresql:env:W#t")]
    [InlineData("The environment variable SQLHARNESS_NOT_SET is not set.", "duckdb:env:SQLHARNESS_NOT_SET#t")]
    [InlineData("--gap must be more than zero, but is '0m'.", "/events.csv", "--gap", "0m")]
    [InlineData("--gap must be more than zero, but is '-5m'.", "/events.csv", "--gap", "-5m")]
    [InlineData("--gap is written as 30m, 1h30m, 90s or 500ms, but is 'soon'.", "/events.csv", "--gap", "soon")]
    [InlineData("--gap must be whole seconds with --whole-seconds, but is '1.5s'.", "/events.csv", "--gap", "1.5s", "--whole-seconds")]
    [InlineData("Argument 'week' not recognized. Usable are 'none' 'day' 'month'. sqlharness sessionize --help shows what there is.", "/events.csv", "--cut", "week")]
    [InlineData("There is no command or option --gpa. sqlharness sessionize --help shows what there is.", "/events.csv", "--gpa", "3")]
    [InlineData("Cannot parse argument 'two' for option '--threads' as a whole number. sqlharness sessionize --help shows what there is.", "/events.csv", "--threads", "two")]
    [InlineData("--threads must be at least 1, but is 0.", "/events.csv", "--threads", "0")]
    [InlineData("--memory-limit must be a size as 512MB or 4GB, but is 'lots'.", "/events.csv", "--memory-limit", "lots")]
    [InlineData("int.parquet: column event_time is INTEGER, and a time is a timestamp, a date or a text as 2025-01-01 09:00:00.", "/int.parquet")]
    [InlineData("double.parquet: column user_id is DOUBLE, and a user is an integer, a decimal, a text or a UUID.", "/double.parquet")]
    [InlineData("ns.parquet, row 2: event_time '2025-01-01 09:00:00.123456789' is not a time", "/ns.parquet")]
    [InlineData("a2.csv has the columns user_id, event_id, event_time, but a1.csv has event_id, user_id, event_time: files that are read together have one header.", "/a*.csv")]
    [InlineData("b2.csv, row 1: event_time 'x' is not a time", "/b*.csv")]
    [InlineData("events.csv has no column nope. It has event_id, user_id, event_time.", "/events.csv", "--new-session-on", "nope")]
    public async Task Of_inputs_and_options(string sentence, params string[] words)
    {
        _shell.Write("events.csv", "event_id,user_id,event_time", "1,a,2025-01-01");
        _shell.Write("text.parquet", "hello");
        _shell.Write("bad.jsonl", "{\"a\":1}", "{broken");
        _shell.Write("array.jsonl", "[{\"a\":1},{\"a\":2}]");
        _shell.Write("a1.csv", "event_id,user_id,event_time");
        _shell.Write("a2.csv", "user_id,event_id,event_time");
        _shell.Write("b1.csv", "event_id,user_id,event_time", "1,a,2025-01-01");
        _shell.Write("b2.csv", "event_id,user_id,event_time", "1,a,x");
        using (var duckdb = Engine.DuckDb().Open())
        {
            foreach (var (name, values) in new[]
            {
                ("int", "1 AS event_id, 'a' AS user_id, 5 AS event_time"), ("double", "1 AS event_id, 1.5::DOUBLE AS user_id, date '2025-01-01' AS event_time"),
                ("ns", "unnest([1, 2]) AS event_id, 'a' AS user_id, unnest([timestamp_ns '2025-01-01', timestamp_ns '2025-01-01 09:00:00.123456789']) AS event_time"),
            })
                duckdb.Connection.Execute($"COPY (SELECT {values}) TO '{_shell.PathOf(name + ".parquet")}' (FORMAT parquet)");
        }

        await RefusedAsync(sentence, words);
    }

    [Fact]
    public async Task Of_outputs()
    {
        _shell.Write("events.csv", "event_id,user_id,event_time", "1,a,2025-01-01");
        _shell.Write("there.csv", "keep me");
        var before = _shell.Files;

        (await _shell.RunAsync("sessionize", "/events.csv", "--out", "/there.csv")).ShouldBe(new CommandRun(2, "", "there.csv exists; --force replaces it.\n"));
        (await _shell.RunAsync("sessionize", "/events.csv", "--out", "/out.txt")).Error.ShouldStartWith("out.txt: unknown extension '.txt'");
        (await _shell.RunAsync("sessionize", "/events.csv", "--out", "/none/out.csv")).Error.ShouldStartWith("none/out.csv cannot be written: there is no folder");
        _shell.Lines("there.csv").ShouldBe(["keep me"]);
        _shell.Files.ShouldBe(before);

        (await _shell.RunAsync("sessionize", "/events.csv", "--out", "/there.csv", "--force")).ExitCode.ShouldBe(0);
        _shell.Lines("there.csv").Length.ShouldBe(2);
    }

    async Task RefusedAsync(string sentence, params string[] words)
    {
        var before = _shell.Files;
        var answer = await _shell.RunAsync(["sessionize", .. words, "--out", "/out.csv"]);

        answer.Error.ShouldStartWith(sentence);
        answer.Error.TrimEnd('\n').ShouldNotContain("\n", customMessage: "one sentence, one line");
        answer.ExitCode.ShouldBe(2);
        answer.Out.ShouldBe("");
        _shell.Files.ShouldBe(before);
    }
}
