using System.Text.Json;
using System.Text.RegularExpressions;
using SqlHarness.Engines;
using LinqToDB.Data;

namespace SqlHarness.Tests.Cli.Sessionize;

/// <summary>What <c>sqlharness sessionize</c> writes: every row and column as it was, and two more.</summary>
public sealed class SessionizeFilesTests : IDisposable
{
    static readonly string[] Odd =
    [
        "\"event id\",\"select\",\"time \"\"x\"\"\",other", "10,u1,2025-01-01T09:00:00+02:00,\"a,b\"", "9,u1,2025-01-01T07:00:00Z,\"\"", "11,u2,2025-01-01 09:31:00.000001,",
        "11,u2,2025-01-01 09:31:00.000001,", "7,,2025-01-01,", "8,u2,,\"x", "y\"",
    ];

    static readonly string[] Sessionized =
    [
        "event id,select,\"time \"\"x\"\"\",other,session_id,session_start", "7,,2025-01-01,,,", "9,u1,2025-01-01T07:00:00Z,\"\",9,2025-01-01 07:00:00",
        "10,u1,2025-01-01T09:00:00+02:00,\"a,b\",9,2025-01-01 07:00:00", "8,u2,,\"x", "y\",,", "11,u2,2025-01-01 09:31:00.000001,,11,2025-01-01 09:31:00.000001",
        "11,u2,2025-01-01 09:31:00.000001,,11,2025-01-01 09:31:00.000001",
    ];

    readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    public static MatrixTheoryData<string, string> Ways => new(["duckdb", "sqlite"], ["window", "range-join"]);

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Text_passes_through_byte_for_byte_in_the_order_of_user_time_and_id(string engine, string formulation)
    {
        _shell.Write("odd.csv", Odd);

        var answer = await _shell.RunAsync("sessionize", "/odd.csv", "--user", "select", "--time", "time \"x\"", "--id", "event id", "--engine", engine, "--formulation", formulation, "--out", "/out.csv");

        answer.Error.ShouldBe("");
        answer.ExitCode.ShouldBe(0);
        _shell.Lines("out.csv").ShouldBe(Sessionized);
        _shell.Files.ShouldBe(["odd.csv", "out.csv"]);
    }

    [Theory]
    [InlineData("events.csv.gz", "out.csv.gz")]
    [InlineData("events [1] *.csv", "out.csv")]
    public async Task Files_may_be_gzipped_and_have_any_name(string input, string output)
    {
        _shell.Write("plain.csv", "event_id,user_id,event_time", "1,a,2025-01-01 09:00:00");
        var bytes = await File.ReadAllBytesAsync(_shell.PathOf("plain.csv"), TestContext.Current.CancellationToken);
        using (Stream file = File.Create(_shell.PathOf(input)))
        {
            using var stream = input.EndsWith(".gz", StringComparison.Ordinal) ? new System.IO.Compression.GZipStream(file, System.IO.Compression.CompressionMode.Compress) : file;
            stream.Write(bytes);
        }

        (await _shell.RunAsync("sessionize", "/" + input, "--out", "/" + output)).Error.ShouldBe("");
        (await _shell.RunAsync("sessionize", "/" + input, "--out", "/again.csv")).ExitCode.ShouldBe(0);
        _shell.Lines("again.csv").ShouldBe(["event_id,user_id,event_time,session_id,session_start", "1,a,2025-01-01 09:00:00,1,2025-01-01 09:00:00"]);
    }

    [Fact]
    public async Task Ids_that_are_not_all_integers_are_ordered_as_text()
    {
        _shell.Write("events.csv", "event_id,user_id,event_time", "9,a,2025-01-01", "10,a,2025-01-01", "007,b,2025-01-01", "7,b,2025-01-01");

        await _shell.RunAsync("sessionize", "/events.csv", "--out", "/out.csv");

        _shell.Lines("out.csv").Skip(1).ShouldBe(
            ["10,a,2025-01-01,10,2025-01-01 00:00:00", "9,a,2025-01-01,10,2025-01-01 00:00:00", "007,b,2025-01-01,007,2025-01-01 00:00:00", "7,b,2025-01-01,007,2025-01-01 00:00:00"]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Json_lines_keep_their_values(string engine, string formulation)
    {
        _shell.Write("events.jsonl", """{"event_id":2,"user_id":"a","event_time":"2025-01-01T10:00:00Z","q":{"x":[1]}}""", """{"event_id":10,"user_id":"a","event_time":"2025-01-01T10:00:00Z","n":12345678901234567890123}""",
            """{"event_id":3,"user_id":null,"event_time":null}""");

        (await _shell.RunAsync("sessionize", "/events.jsonl", "--engine", engine, "--formulation", formulation, "--out", "/out.jsonl")).Error.ShouldBe("");

        _shell.Lines("out.jsonl").ShouldBe(
        [
            """{"event_id":3,"user_id":null,"event_time":null,"q":null,"n":null,"session_id":null,"session_start":null}""",
            """{"event_id":2,"user_id":"a","event_time":"2025-01-01T10:00:00Z","q":{"x":[1]},"n":null,"session_id":2,"session_start":"2025-01-01 10:00:00"}""",
            """{"event_id":10,"user_id":"a","event_time":"2025-01-01T10:00:00Z","q":null,"n":12345678901234567890123,"session_id":2,"session_start":"2025-01-01 10:00:00"}""",
        ]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Parquet_keeps_every_type(string engine, string formulation)
    {
        using var duckdb = Engine.DuckDb().Open();
        duckdb.Connection.Execute($$"""
            COPY (SELECT uuid '0f000000-0000-0000-0000-000000000001' AS event_id, 7::UTINYINT AS user_id, timestamptz '2025-01-01 09:00:00.000001+00' AS event_time, 1.50::DECIMAL(18,2) AS amount,
                [1, NULL] AS list, {'a': 'x'} AS struct, true AS flag, date '2025-01-01' AS day, 'x'::BLOB AS bytes, NULL::VARCHAR AS nothing)
            TO '{{_shell.PathOf("events.parquet")}}' (FORMAT parquet)
            """);

        (await _shell.RunAsync("sessionize", "/events.parquet", "--engine", engine, "--formulation", formulation, "--out", "/out.parquet")).Error.ShouldBe("");

        string Rows(string file, string columns) => duckdb.Connection.Execute<string>($"SELECT string_agg(CAST(r AS VARCHAR), ';') FROM (SELECT {columns} FROM read_parquet('{_shell.PathOf(file)}')) r");
        string Types(string file) => duckdb.Connection.Execute<string>($"SELECT string_agg(column_name || ' ' || column_type, ', ') FROM (DESCRIBE SELECT * FROM read_parquet('{_shell.PathOf(file)}'))");
        Rows("out.parquet", "* EXCLUDE (session_id, session_start)").ShouldBe(Rows("events.parquet", "*"));
        Types("out.parquet").ShouldBe(Types("events.parquet") + ", session_id UUID, session_start TIMESTAMP WITH TIME ZONE");
        Rows("out.parquet", "session_id, session_start").ShouldBe("{'session_id': 0f000000-0000-0000-0000-000000000001, 'session_start': '2025-01-01 09:00:00.000001+00'}");
    }

    [Fact]
    public async Task Files_of_a_glob_are_read_together()
    {
        _shell.Write("a1.csv", "event_id,user_id,event_time", "1,u,2025-01-01 09:00");
        _shell.Write("a2.csv", "event_id,user_id,event_time", "2,u,2025-01-01 09:10");

        (await _shell.RunAsync("sessionize", "/a*.csv", "--out", "/out.csv")).Error.ShouldBe("");

        _shell.Lines("out.csv").Skip(1).ShouldBe(["1,u,2025-01-01 09:00,1,2025-01-01 09:00:00", "2,u,2025-01-01 09:10,1,2025-01-01 09:00:00"]);
    }

    [Theory]
    [MemberData(nameof(Ways))]
    public async Task Tables_of_sqlite_and_duckdb_are_inputs(string engine, string formulation)
    {
        using (var sqlite = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={_shell.PathOf("x.db")};Pooling=false"))
        {
            sqlite.Open();
            using var create = sqlite.CreateCommand();
            create.CommandText = "CREATE TABLE \"my events\" (event_id INTEGER, user_id TEXT, event_time INTEGER, note); INSERT INTO \"my events\" VALUES (1, 'a', 1735689600000001, NULL), (2, 'a', 1735689600000002, 'n')";
            create.ExecuteNonQuery();
        }

        using (var duckdb = Engine.DuckDb(_shell.PathOf("x.duckdb")).Open())
            duckdb.Connection.Execute("CREATE SCHEMA \"s.1\"; CREATE TABLE \"s.1\".ev AS SELECT 1 AS event_id, 'a' AS user_id, timestamp '2025-01-01 00:00:00.000001' AS event_time");
        var before = await File.ReadAllBytesAsync(_shell.PathOf("x.db"), TestContext.Current.CancellationToken);

        (await _shell.RunAsync("sessionize", $"sqlite:{_shell.PathOf("x.db")}#\"my events\"", "--engine", engine, "--formulation", formulation, "--out", "/lite.csv")).Error.ShouldBe("");
        (await _shell.RunAsync("sessionize", $"duckdb:{_shell.PathOf("x.duckdb")}#\"s.1\".ev", "--engine", engine, "--formulation", formulation, "--out", "/duck.csv")).Error.ShouldBe("");

        _shell.Lines("lite.csv").ShouldBe(["event_id,user_id,event_time,note,session_id,session_start", "1,a,1735689600000001,,1,2025-01-01 00:00:00.000001", "2,a,1735689600000002,n,1,2025-01-01 00:00:00.000001"]);
        _shell.Lines("duck.csv").Skip(1).ShouldBe(["1,a,2025-01-01 00:00:00.000001,1,2025-01-01 00:00:00.000001"]);
        (await File.ReadAllBytesAsync(_shell.PathOf("x.db"), TestContext.Current.CancellationToken)).ShouldBe(before);
    }

    [Fact]
    public async Task The_summary_counts_every_event_once()
    {
        _shell.Write("odd.csv", Odd);

        var answer = await _shell.RunAsync("sessionize", "/odd.csv", "--user", "select", "--time", "time \"x\"", "--id", "event id", "--format", "json");

        using var json = JsonDocument.Parse(answer.Out);
        var root = json.RootElement;
        (root.GetProperty("events").GetInt64(), root.GetProperty("users").GetInt64(), root.GetProperty("sessions").GetInt64()).ShouldBe((6, 2, 2));
        root.GetProperty("without_session").GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).ShouldBe("{\"null_user\":1,\"null_time\":1}");
        root.GetProperty("events_per_session").GetProperty("max").GetInt64().ShouldBe(2);
        root.GetProperty("duration_us").GetProperty("max").GetInt64().ShouldBe(0);
        root.GetProperty("sessions_per_day")[0].GetRawText().ReplaceLineEndings("").Replace(" ", "", StringComparison.Ordinal).ShouldBe("{\"day\":\"2025-01-01\",\"sessions\":2}");
    }

    [Fact]
    public async Task For_people_there_is_a_preview_and_the_same_numbers()
    {
        _shell.Write("odd.csv", Odd);

        var answer = await _shell.RunAsync("sessionize", "/odd.csv", "--user", "select", "--time", "time \"x\"", "--id", "event id", "--show-sql");

        answer.Out.ShouldContain("2025-01-01T09:00:00+02:00");
        answer.Out.ShouldContain("1 more column not shown");
        answer.Out.ShouldNotContain('\u001b', "no colours where there is no terminal");
        foreach (var line in new[] { "events +6", "users +2", "sessions +2", "events without a user +1", "events without a time +1", "2025-01-01 +█+ +2" })
            Regex.IsMatch(answer.Out, $"^{line}\\s*$", RegexOptions.Multiline).ShouldBeTrue($"'{line}' in\n{answer.Out}");
        answer.Out.ShouldNotContain("LAG(");
        answer.Error.ShouldContain("LAG(");
    }
}
