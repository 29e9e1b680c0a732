using System.Text.Json;
using SqlHarness.Engines;
using SqlHarness.Testing;
using SqlHarness.Testing.Reports;
using SqlHarness.Tests.Cli;

namespace SqlHarness.Tests.Testing.UnderTest;

/// <summary>Reports for tools. The environment is that of all tests, so nothing runs beside these.</summary>
[Collection("environment")]
public sealed class ReportFileTests
{
    [CollectionDefinition("environment", DisableParallelization = true)]
    public sealed class Alone;

    [Fact]
    public void A_report_says_as_json_what_its_text_says()
    {
        var failure = Fails("wrong");

        using var json = JsonDocument.Parse(failure.Report!.ToJson());
        var report = json.RootElement;
        report.GetProperty("property").GetString().ShouldBe("wrong");
        report.GetProperty("broken").GetString().ShouldBe("differs from its reference");
        report.GetProperty("engine").GetString().ShouldBe("sqlite");
        (report.GetProperty("cases").GetInt32(), report.GetProperty("seed").GetInt32()).ShouldBe((300, 7));
        failure.Message.ShouldContain($"{report.GetProperty("failing").GetInt32()} of 300 cases fail (seed 7)");
        report.GetProperty("input").GetArrayLength().ShouldBe(1);
        failure.Message.ShouldEndWith(report.GetProperty("test").GetString()!);
        failure.Message.ShouldContain(report.GetProperty("sql").GetString()!.ReplaceLineEndings("\n").TrimEnd());
        report.TryGetProperty("error", out _).ShouldBeFalse();
    }

    [Fact]
    public void Failed_proofs_are_written_to_the_folder_that_the_environment_names()
    {
        using var folder = new TemporaryFolder();
        var before = Environment.GetEnvironmentVariable("SQLHARNESS_REPORTS");
        ProofFailedException failure;
        Environment.SetEnvironmentVariable("SQLHARNESS_REPORTS", folder["reports"]);
        try
        {
            failure = Fails("written");
            Fails("written");
            LargeOrders.Proven.Check();
        }
        finally
        {
            Environment.SetEnvironmentVariable("SQLHARNESS_REPORTS", before);
        }

        var file = Directory.GetFiles(folder["reports"]).ShouldHaveSingleItem();
        Path.GetFileName(file).ShouldMatch("^Written-sqlite-[0-9a-f]{8}\\.json$");
        File.ReadAllText(file).ShouldBe(failure.Report!.ToJson());
    }

    static ProofFailedException Fails(string name) => Should.Throw<ProofFailedException>(() =>
        Harness.For<Order, NetAmount>(LargeOrders.WithoutTheBoundary).Named(name).Cases(300, 7).On(Engine.Sqlite()).Against(LargeOrders.Reference).Check());
}
