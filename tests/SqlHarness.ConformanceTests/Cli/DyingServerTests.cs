using System.Diagnostics;
using DuckDB.NET.Data;
using Npgsql;
using SqlHarness.Tests.Cli;

namespace SqlHarness.ConformanceTests.Cli;

/// <summary>A server that goes away in the middle of a comparison: one sentence, exit code 2, and nothing that looks like a report.</summary>
public sealed class DyingServerTests : IDisposable
{
    readonly Shell _shell = new();

    readonly string _view = $"cli_{Guid.NewGuid():N}";

    public void Dispose() => _shell.Dispose();

    // Its first slow query fingerprints segments, its second one reads the rows of the unequal ones.
    [Theory]
    [InlineData(1, true)]
    [InlineData(1, false)]
    [InlineData(2, true)]
    [InlineData(2, false)]
    public async Task Ends_with_one_sentence_and_leaves_nothing(int query, bool isLeft)
    {
        await TestedEngine.Of("postgresql").UpAsync();
        _shell.Write("old.csv", ["id,name", .. Enumerable.Range(1, 20_000).Select(i => $"{i},a")]);
        await using var other = await SlowViewAsync(secondsAScan: 2);
        try
        {
            var (file, table) = ("/old.csv", $"postgresql:{TestedEngine.PostgreSql};Application Name={_view};Pooling=false#{_view}");
            string[] repair = isLeft ? [] : ["--repair", "/fix.sql"];
            var running = Task.Run(() => _shell.RunAsync(["compare", isLeft ? table : file, isLeft ? file : table, "--key", "id", "--format", "html", "--out", "/report.html", .. repair]), TestContext.Current.CancellationToken);
            var slow = $"FROM pg_stat_activity WHERE application_name = '{_view}' AND state = 'active' AND clock_timestamp() - query_start > INTERVAL '0.5 s'";
            HashSet<object> seen = [];
            while (!running.IsCompleted && seen.Count < query)
            {
                await Task.Delay(20, TestContext.Current.CancellationToken);
                if (await RunAsync(other, $"SELECT query_start {slow}") is { } started)
                    seen.Add(started);
            }

            await RunAsync(other, $"SELECT pg_terminate_backend(pid) {slow}");
            var run = await running;
            var server = $"postgresql table {_view}";
            (run.ExitCode, run.Out).ShouldBe((2, ""));
            run.Error.ShouldBe($"The comparison of {(isLeft ? server : "old.csv")} with {(isLeft ? "old.csv" : server)} stopped half-way: 57P01: terminating connection due to administrator command.\n");
            _shell.Files.ShouldBe(["old.csv"]);
        }
        finally
        {
            await RunAsync(other, $"DROP VIEW {_view}");
        }
    }

    // What the server says when it is stopped for it is not the cause.
    [Fact]
    public async Task The_failure_that_came_first_is_said_and_the_server_is_stopped()
    {
        await TestedEngine.Of("postgresql").UpAsync();
        await using (var connection = new DuckDBConnection($"Data Source={_shell.PathOf("old.duckdb")}"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE VIEW late AS SELECT i AS id, CASE WHEN i = 19999 THEN error('the disk is gone') ELSE 'a' END AS name FROM range(20000) t(i)";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        await using var other = await SlowViewAsync(secondsAScan: 200);
        try
        {
            var clock = Stopwatch.StartNew();
            var run = await _shell.RunAsync("compare", $"duckdb:{_shell.PathOf("old.duckdb")}#late", $"postgresql:{TestedEngine.PostgreSql};Application Name={_view};Pooling=false#{_view}", "--key", "id", "--format", "json", "--out", "/report.json");
            (run.ExitCode, run.Out, run.Error).ShouldBe((2, "", $"The comparison of duckdb table late with postgresql table {_view} stopped half-way: the disk is gone.\n"));
            clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(60));
            (await RunAsync(other, $"SELECT count(*) FROM pg_stat_activity WHERE application_name = '{_view}' AND state = 'active'")).ShouldBe(0L);
            _shell.Files.ShouldBe(["old.duckdb"]);
        }
        finally
        {
            await RunAsync(other, $"DROP VIEW {_view}");
        }
    }

    // 20,000 rows, at forty of which the server sleeps.
    async Task<NpgsqlConnection> SlowViewAsync(int secondsAScan)
    {
        var connection = new NpgsqlConnection(TestedEngine.PostgreSql);
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await RunAsync(connection, FormattableString.Invariant($"CREATE VIEW {_view} AS SELECT i AS id, 'b' || CASE WHEN i % 500 = 0 THEN pg_sleep({secondsAScan / 40.0})::text ELSE '' END AS name FROM generate_series(1, 20000) t(i)"));
        return connection;
    }

    static async Task<object?> RunAsync(NpgsqlConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
