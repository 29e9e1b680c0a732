namespace SqlHarness.Tests.Cli.Generate;

static class GenerateRun
{
    /// <summary>Runs <c>sqlharness generate events</c> in this process.</summary>
    public static Task<CommandRun> EventsAsync(params string[] args) => CommandRun.RunAsync(["generate", "events", .. args], TestContext.Current.CancellationToken);
}
