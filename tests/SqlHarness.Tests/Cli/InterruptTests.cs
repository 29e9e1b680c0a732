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
        using var process = Command("sessionize", _shell.PathOf("events.csv"), "--engine", engine, "--formulation", "range-join", "--out", _shell.PathOf(output));
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        // Until it writes, and a little longer: then it is in the middle of the query.
        for (var waited = 0; _shell.Files.Count < 3 && waited < 600; waited++)
            await Task.Delay(TimeSpan.FromMilliseconds(100), TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(2), TestContext.Current.CancellationToken);
        process.HasExited.ShouldBeFalse("it was done too early to be interrupted");
        _shell.Files.Count(f => f != "temp").ShouldBe(2, "events.csv, and the output under another name");

        await InterruptedAsync(process, error);
        _shell.Files.ShouldBe(["events.csv", "temp"]);
    }

    [Fact]
    public async Task A_comparison_ends_with_130_and_leaves_no_report()
    {
        Assert.SkipUnless(OperatingSystem.IsLinux() || OperatingSystem.IsMacOS(), "Windows has no signal that a test can send to one process.");
        _shell.Write("old.csv", ["id,name", "1,a"]);
        _shell.Write("new.csv", ["id,name", "1,b"]);
        Directory.CreateDirectory(_shell.PathOf("temp"));
        // Nobody waits for so many numbers.
        using var process = Command("compare", _shell.PathOf("old.csv"), _shell.PathOf("new.csv"), "--key", "id", "--where", "(SELECT sum(i % 7) FROM range(100000000000) t(i)) > 0", "--format", "html", "--out", _shell.PathOf("report.html"), "--force");
        var error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        await Task.Delay(TimeSpan.FromSeconds(5), TestContext.Current.CancellationToken);
        process.HasExited.ShouldBeFalse("it was done too early to be interrupted");

        await InterruptedAsync(process, error);
        _shell.Files.ShouldBe(["new.csv", "old.csv", "temp"], ignoreOrder: true);
    }

    Process Command(params string[] words) => Process.Start(new ProcessStartInfo("dotnet", [typeof(Application).Assembly.Location, .. words])
    {
        RedirectStandardOutput = true, RedirectStandardError = true, Environment = { ["TMPDIR"] = _shell.PathOf("temp") },
    })!;

    async Task InterruptedAsync(Process process, Task<string> error)
    {
        Process.Start("kill", ["-INT", process.Id.ToString(CultureInfo.InvariantCulture)]).WaitForExit();
        process.WaitForExit(TimeSpan.FromSeconds(20)).ShouldBeTrue("it did not stop");
        (await error).ShouldBe("Interrupted; nothing was written.\n");
        process.ExitCode.ShouldBe(130);
        Directory.EnumerateFileSystemEntries(_shell.PathOf("temp")).Where(f => Path.GetFileName(f).StartsWith("sqlharness-", StringComparison.Ordinal)).ShouldBeEmpty();
    }
}
