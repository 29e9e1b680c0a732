using System.Text.Json;
using System.Xml.Linq;

namespace SqlHarness.Tests.Cli.Verify;

public sealed class VerifyTests : IDisposable
{
    const string Own = "SqlHarness.Tests.dll";

    readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Fact]
    public async Task Our_queries_are_the_same_on_the_embedded_engines()
    {
        var run = await _shell.RunAsync("verify", "sqlite", "duckdb", "--cases", "100", "--report", "/verified.html");
        (run.ExitCode, run.Error).ShouldBe((0, ""));
        run.Out.Split('\n').Count(l => l.Contains("same", StringComparison.Ordinal) && l.Contains("100", StringComparison.Ordinal)).ShouldBe(8);
        run.Out.ShouldContain("elapsed(PreviousTime, Time)");
        run.Out.TrimEnd().ShouldEndWith("Report: verified.html");
        var page = XDocument.Parse(string.Join('\n', _shell.Lines("verified.html").Skip(1))).Root!;
        page.Descendants("td").Count(d => (string?)d.Attribute("class") == "same").ShouldBe(8);
        page.Descendants("details").Count().ShouldBe(8);
    }

    [Fact]
    public async Task A_query_that_differs_ends_with_1_and_its_counterexample()
    {
        var run = await _shell.RunAsync("verify", "duckdb", "--assembly", Own, "--query", "large_orders", "--query", "larger_orders", "--cases", "200", "--report", "/report.html");
        (run.ExitCode, run.Error).ShouldBe((1, ""));
        run.Out.ShouldContain("larger_orders on duckdb: differs");
        run.Out.ShouldContain("Harness.For<PortedOrder, long>(VerifiedQueries.LargerOrders)");
        run.Out.ShouldContain(".Against(VerifiedQueries.Large)");
        string.Join('\n', _shell.Lines("report.html")).ShouldContain("<td class=\"other\">differs, 200 cases");
        var json = JsonDocument.Parse((await _shell.RunAsync("verify", "duckdb", "--assembly", Own, "--query", "large_orders", "--query", "larger_orders", "--cases", "50", "--format", "json")).Out).RootElement;
        json.EnumerateArray().Select(r => $"{r.GetProperty("query")} {r.GetProperty("outcome")}").ShouldBe(["large_orders same", "larger_orders differs"]);
        json[0].GetProperty("statements").GetInt32().ShouldBeLessThanOrEqualTo(5);
        json[0].GetProperty("noticed").GetString().ShouldNotBeNullOrEmpty();
        json[1].GetProperty("report").GetProperty("property").GetString().ShouldBe("larger_orders");
    }

    [Fact]
    public async Task A_dry_run_shows_the_cost_and_connects_to_nothing()
    {
        var run = await _shell.RunAsync("verify", "postgresql:Host=nowhere.invalid", "--dry-run", "--cases", "100");
        (run.ExitCode, run.Error).ShouldBe((0, ""));
        run.Out.ShouldContain("sessionized_events_range_join");
        run.Out.TrimEnd().ShouldEndWith("Nothing was connected to.");
    }

    [Fact]
    public async Task Markdown_has_a_column_for_each_engine()
    {
        var run = await _shell.RunAsync("verify", "sqlite", "duckdb", "--query", "sessions", "--cases", "50", "--format", "markdown");
        run.ExitCode.ShouldBe(0);
        var lines = run.Out.TrimEnd().Split('\n');
        lines.Length.ShouldBe(3);
        lines[0].ShouldMatch(@"^\| \| sqlite [\d.]+ \| duckdb [\d.]+ \|$");
        lines[2].ShouldMatch(@"^\| sessions \| same, 50 cases, \d+ ms \| same, 50 cases, \d+ ms \|$");
    }

    [Theory]
    [InlineData("There is no engine postgres", "postgres:env:X")]
    [InlineData("postgresql: names no connection; write postgresql:env:NAME", "postgresql")]
    [InlineData("The environment variable NO_SUCH_VARIABLE is not set.", "postgresql:env:NO_SUCH_VARIABLE")]
    [InlineData("sqlite proves queries in memory", "sqlite:events.db")]
    [InlineData("The command has no driver for trino: name your own ADO.NET driver by --driver FILE.dll.", "trino:x")]
    [InlineData("There is no assembly Driver.dll.", "trino:x", "--driver", "Driver.dll")]
    [InlineData("There is no query sesions; sessions is probably meant.", "duckdb", "--query", "sesions")]
    [InlineData("--cases must be at least 1, but is 0.", "duckdb", "--cases", "0")]
    [InlineData("--report writes a page: report.txt must end with .html.", "duckdb", "--report", "report.txt")]
    [InlineData("PostgreSQL cannot be opened: Failed to connect to 127.0.0.1:9", "postgresql:Host=127.0.0.1;Port=9;Password=hunter2")]
    public async Task Bad_input_is_one_sentence(string sentence, params string[] words)
    {
        var run = await _shell.RunAsync(["verify", .. words]);
        (run.ExitCode, run.Out).ShouldBe((2, ""));
        run.Error.ShouldContain(sentence);
        run.Error.TrimEnd().ShouldNotContain("\n");
        run.Error.ShouldNotContain("hunter2");
        _shell.Files.ShouldBeEmpty();
    }
}
