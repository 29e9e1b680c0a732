using DuckDB.NET.Data;
using LinqToDB.Data;
using SqlHarness.Cli.Files;
using SqlHarness.Engines;

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
    public void A_query_that_fails_leaves_nothing_behind(string name)
    {
        using var folder = new TemporaryFolder();
        using (var output = OutputFile.Create(folder[name], force: false))
            Should.Throw<DuckDBException>(() => Copy(output, Failing)).Message.ShouldContain("enough");

        folder.Names.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("a.csv")]
    [InlineData("a.parquet")]
    public void No_other_file_is_begun_that_a_full_disk_would_leave_behind(string name)
    {
        using var folder = new TemporaryFolder();
        using var output = OutputFile.Create(folder[name], force: false);
        // What is written through the link arrives; what is renamed over the link does not.
        File.WriteAllText(folder["target"], "");
        File.Delete(output.TemporaryPath);
        File.CreateSymbolicLink(output.TemporaryPath, folder["target"]);

        Copy(output, "SELECT 1 AS i");

        new FileInfo(folder["target"]).Length.ShouldBeGreaterThan(0);
    }

    static void Copy(OutputFile output, string query)
    {
        using var workspace = Engine.DuckDb().Open();
        workspace.Connection.Execute($"COPY ({query}) TO {SqlText.Literal(output.TemporaryPath)} ({output.CopyOptions})");
    }
}
