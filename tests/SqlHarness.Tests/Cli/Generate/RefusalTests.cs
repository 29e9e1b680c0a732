using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Tests.Cli.Generate;

/// <summary>What cannot be done is said in one sentence, and leaves nothing behind.</summary>
public sealed class RefusalTests : IDisposable
{
    readonly TemporaryFolder _folder = new();

    [Theory]
    [InlineData("--rows 0", "--rows must be at least 1, but is 0.")]
    [InlineData("--rows -5", "--rows must be at least 1, but is -5.")]
    [InlineData("--rows 10 --days 0", "--days must be at least 1, but is 0.")]
    [InlineData("--rows 10 --from yesterday", "--from must be a date as 2025-01-01, but is 'yesterday'.")]
    [InlineData("--rows 10 --from 2025-02-29", "--from must be a date as 2025-01-01, but is '2025-02-29'.")]
    [InlineData("--rows 10 --days 2912509", "--days must end before the year 9999, but 2912509 days from 2025-01-01 do not.")]
    [InlineData("--rows 10 --threads 0", "--threads must be at least 1, but is 0.")]
    public async Task Values_out_of_range_are_named(string args, string sentence) => Refused(await RunAsync("events.csv", args), sentence);

    [Theory]
    [InlineData("--rows many", "'many'")]
    [InlineData("--rows 10 --seed x", "'x'")]
    [InlineData("", "--rows")]
    [InlineData("--rows 10 --row 5", "--row")]
    public async Task Usage_is_explained_where_it_is_documented(string args, string named)
    {
        var run = await RunAsync("events.csv", args);
        run.Error.ShouldContain(named);
        run.Error.ShouldEndWith(" sqlharness generate events --help shows what there is.\n");
        Refused(run, run.Error.Trim());
    }

    [Theory]
    [InlineData("events.xlsx", "unknown extension '.xlsx'")]
    [InlineData("events", "unknown extension ''")]
    [InlineData("events.parquet.gz", "unknown extension '.gz'")]
    [InlineData("missing/events.csv", "cannot be written: there is no folder ")]
    public async Task Files_that_cannot_be_written_are_named(string name, string sentence)
    {
        var run = await RunAsync(name, "--rows 10");
        run.Error.ShouldStartWith(_folder[name]);
        run.Error.ShouldContain(sentence);
        Refused(run, run.Error.Trim());
    }

    [Fact]
    public async Task Memory_that_does_not_do_is_no_bug()
    {
        var run = await RunAsync("events.csv", "--rows 400000 --memory-limit 6MB --threads 2");
        run.Error.ShouldStartWith($"{_folder["events.csv"]} cannot be written: ");
        // DuckDB says which of its allocators gave up: "could not allocate block of size" or "failed to allocate data of size".
        run.Error.ShouldContain(" of size ");
        Refused(run, run.Error.Trim());
    }

    [Fact]
    public async Task A_file_that_exists_is_replaced_only_by_force()
    {
        await File.WriteAllTextAsync(_folder["events.csv"], "mine", TestContext.Current.CancellationToken);

        var refused = await RunAsync("events.csv", "--rows 10");
        refused.ExitCode.ShouldBe(2);
        refused.Error.ShouldBe($"{_folder["events.csv"]} exists; --force replaces it.\n");
        (await File.ReadAllTextAsync(_folder["events.csv"], TestContext.Current.CancellationToken)).ShouldBe("mine");

        (await RunAsync("events.csv", "--rows 10 --force")).ExitCode.ShouldBe(0);
        (await File.ReadAllLinesAsync(_folder["events.csv"], TestContext.Current.CancellationToken)).Length.ShouldBe(11);
        _folder.Names.ShouldBe(["events.csv"]);
    }

    [Fact]
    public async Task An_interrupted_run_leaves_nothing_behind()
    {
        using var source = new CancellationTokenSource();
        var running = CommandRun.RunAsync(["generate", "events", "--rows", "1000000000", "--out", _folder["events.csv"]], source.Token);
        while (_folder.Names is [] && !running.IsCompleted)
            await Task.Delay(10, TestContext.Current.CancellationToken);
        await source.CancelAsync();
        var run = await running;

        run.ExitCode.ShouldBe(CommandExtensions.Interrupted, run.Error);
        run.Error.ShouldBe("Interrupted; nothing was written.\n");
        _folder.Names.ShouldBeEmpty();
    }

    public void Dispose() => _folder.Dispose();

    Task<CommandRun> RunAsync(string name, string args) =>
        GenerateRun.EventsAsync([.. args.Split(' ', StringSplitOptions.RemoveEmptyEntries), "--out", _folder[name]]);

    void Refused(CommandRun run, string sentence)
    {
        run.Error.ShouldBe(sentence + "\n");
        run.Out.ShouldBe("");
        run.ExitCode.ShouldBe(CommandExtensions.BadInput);
        _folder.Names.ShouldBeEmpty();
    }
}
