using System.Globalization;

namespace SqlHarness.Tests.Cli.Generate;

/// <summary>Help, SQL, and files of any size.</summary>
public sealed class UsageTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Fact]
    public async Task Help_ends_with_an_example_that_runs()
    {
        var help = await GenerateRun.EventsAsync("--help");
        help.ExitCode.ShouldBe(0);
        var example = help.Out.Split('\n', StringSplitOptions.RemoveEmptyEntries)[^1].Trim().Split(' ');
        example[0].ShouldBe("sqlharness");

        var run = await CommandRun.RunAsync([.. example[1..].Select(a => a == "1000000" ? "1000" : a == "events.parquet" ? _folder[a] : a)], TestContext.Current.CancellationToken);
        run.ExitCode.ShouldBe(0, run.Error);
        _folder.Names.ShouldBe(["events.parquet"]);
    }

    [Fact]
    public async Task Without_what_to_generate_the_help_is_named()
    {
        var run = await CommandRun.RunAsync(["generate"], TestContext.Current.CancellationToken);
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldEndWith("sqlharness generate --help shows what there is.\n");
    }

    [Fact]
    public async Task Statements_are_shown_on_stderr_alone()
    {
        var run = await GenerateRun.EventsAsync("--rows", "10", "--out", _folder["a.csv"], "--show-sql");
        run.Error.ShouldContain("ORDER BY received_at, rowid;");
        run.Error.ShouldContain("COPY (");
        run.Out.ShouldNotContain("SELECT");
        (await GenerateRun.EventsAsync("--rows", "10", "--out", _folder["b.csv"])).Error.ShouldBe("");
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(17)]
    [InlineData(1001)]
    public async Task There_are_as_many_rows_as_were_asked_for(int rows)
    {
        var run = await GenerateRun.EventsAsync("--rows", rows.ToString(CultureInfo.InvariantCulture), "--out", _folder["a.csv"]);
        run.ExitCode.ShouldBe(0, run.Error);
        (await File.ReadAllLinesAsync(_folder["a.csv"], TestContext.Current.CancellationToken)).Length.ShouldBe(1 + rows);
    }

    [Theory]
    [InlineData("2024-02-29", 1, "2024-02-29", "2024-02-29")]
    [InlineData("0001-01-01", 2, "0001-01-01", "0001-01-02")]
    [InlineData("9998-12-01", 30, "9998-12-01", "9998-12-30")]
    public async Task They_happen_on_the_days_that_were_asked_for(string from, int days, string first, string last)
    {
        var run = await GenerateRun.EventsAsync("--rows", "2000", "--out", _folder["a.csv"], "--from", from, "--days", days.ToString(CultureInfo.InvariantCulture));
        run.ExitCode.ShouldBe(0, run.Error);
        var dates = (await File.ReadAllLinesAsync(_folder["a.csv"], TestContext.Current.CancellationToken)).Skip(1).Select(l => l.Split(',')[2]).Where(t => t != "").Select(t => t[..10]).ToList();
        dates.Min(StringComparer.Ordinal).ShouldBe(first);
        dates.Max(StringComparer.Ordinal).ShouldBe(last);
    }

    public void Dispose() => _folder.Dispose();
}
