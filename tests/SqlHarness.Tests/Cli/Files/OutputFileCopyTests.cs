using DuckDB.NET.Data;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Files;

namespace SqlHarness.Tests.Cli.Files;

/// <summary>DuckDB's COPY into an <see cref="OutputFile"/>.</summary>
public class OutputFileCopyTests
{
    // Fails behind the first rows, when the file has been begun.
    const string Failing = "SELECT CASE WHEN i = 900000 THEN error('enough') ELSE i END AS i FROM range(1000000) r(i)";

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.csv.gz")]
    [InlineData("a.parquet")]
    [InlineData("a.jsonl")]
    public async Task A_query_that_fails_leaves_nothing_behind(string name)
    {
        using var folder = new TemporaryFolder();
        await using (var output = OutputFile.Create(folder[name], force: false))
            (await Should.ThrowAsync<DuckDBException>(() => CopyAsync(output, Failing))).Message.ShouldContain("enough");

        folder.Names.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.parquet")]
    public async Task No_other_file_is_begun_that_a_full_disk_would_leave_behind(string name)
    {
        using var folder = new TemporaryFolder();
        await using var output = OutputFile.Create(folder[name], force: false);
        // What is written through the link arrives; what is renamed over the link does not.
        File.WriteAllText(folder["target"], "");
        File.Delete(output.TemporaryPath);
        File.CreateSymbolicLink(output.TemporaryPath, folder["target"]);

        await CopyAsync(output, "SELECT 1 AS i");

        new FileInfo(folder["target"]).Length.ShouldBeGreaterThan(0);
    }

    static async Task CopyAsync(OutputFile output, string query)
    {
        await using var bench = await Workbench.OpenAsync(new(Threads: null, MemoryLimit: null, ShowSql: false), new Terminal(TextWriter.Null, TextWriter.Null), TestContext.Current.CancellationToken);
        await output.WriteAsync(bench, query, TestContext.Current.CancellationToken);
    }
}
