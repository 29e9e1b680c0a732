using System.Diagnostics;
using System.Globalization;
using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Tests.Cli;

/// <summary>Ctrl-C in the middle of the work: exit code 130, and nothing is left behind.</summary>
public sealed class InterruptTests : IDisposable
{
    readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    // One user with this many sessions: the range join of the design takes minutes.
    [Theory]
    [InlineData("duckdb", 200_000, "out.parquet")]
    [InlineData("duckdb", 200_000, "out.csv")]
    [InlineData("sqlite", 60_000, "out.csv")]
    public async Task Ends_with_130_and_leaves_nothing(string engine, int sessions, string output)
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Windows has no signal that a test can send to one process.");
        var start = new DateTime(2000, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        _shell.Write("events.csv", [.. Enumerable.Range(0, sessions).Select(i => string.Create(CultureInfo.InvariantCulture, $"{i},u,{start.AddHours(i):yyyy-MM-dd HH:mm:ss}")).Prepend("event_id,user_id,event_time")]);
        Directory.CreateDirectory(_shell.PathOf("temp"));
        using var process = Process.Start(new ProcessStartInfo("dotnet",
            [typeof(Application).Assembly.Location, "sessionize", _shell.PathOf("events.csv"), "--engine", engine, "--formulation", "range-join", "--out", _shell.PathOf(output)])
        {
            RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["TMPDIR"] = _shell.PathOf("temp") },
        })!;
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        // Until it writes, and a little longer: then it is in the middle of the query.
        for (var waited = 0; _shell.Files.Count < 3 && waited < 600; waited++)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        process.HasExited.ShouldBeFalse("it was done too early to be interrupted");
        _shell.Files.Count(f => f != "temp").ShouldBe(2, "events.csv, and the output under another name");

        Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();

        process.WaitForExit(TimeSpan.FromSeconds(20)).ShouldBeTrue("it did not stop");
        (await error).ShouldBe("Interrupted; nothing was written.\n");
        process.ExitCode.ShouldBe(130);
        _shell.Files.ShouldBe(["events.csv", "temp"]);
        Directory.EnumerateFileSystemEntries(_shell.PathOf("temp")).Where(f => Path.GetFileName(f).StartsWith("sqlharness-", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
