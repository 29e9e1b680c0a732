using DuckDB.NET.Data;

namespace SqlHarness.Tests.Cli.Compare;

/// <summary>A comparison that fails half-way says so in one sentence, and leaves no report that looks finished.</summary>
public sealed class FailingComparisonTests : IDisposable
{
    readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    [Theory]
    [InlineData("html", "/report.html", false)]
    [InlineData("json", "/report.json", true)]
    [InlineData("markdown", "/report.md", false)]
    [InlineData("junit", "/report.xml", true)]
    public async Task A_row_that_cannot_be_calculated_ends_it(string format, string report, bool isThereBefore)
    {
        _shell.Write("old.csv", ["id,name", .. Enumerable.Range(0, 5000).Select(i => $"{i},a")]);
        await using (var connection = new DuckDBConnection($"Data Source={_shell.PathOf("new.duckdb")}"))
        {
            await connection.OpenAsync(TestContext.Current.CancellationToken);
            await using var command = connection.CreateCommand();
            command.CommandText = "CREATE VIEW late AS SELECT i AS id, CASE WHEN i = 4999 THEN error('the disk is gone') ELSE 'a' END AS name FROM range(5000) t(i)";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }

        if (isThereBefore)
            _shell.Write(report[1..], "of yesterday");
        var before = _shell.Files;
        var run = await _shell.RunAsync("compare", "/old.csv", $"duckdb:{_shell.PathOf("new.duckdb")}#late", "--key", "id", "--format", format, "--out", report, "--force");
        (run.ExitCode, run.Out, run.Error).ShouldBe((2, "", "The comparison of old.csv with duckdb table late stopped half-way: the disk is gone.\n"));
        _shell.Files.ShouldBe(before);
        if (isThereBefore)
            _shell.Lines(report[1..]).ShouldBe(["of yesterday"]);
    }
}
