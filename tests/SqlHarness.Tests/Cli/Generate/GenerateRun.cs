using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Tests.Cli.Generate;

/// <summary>What a run of the command answered.</summary>
sealed record GenerateRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs <c>sqlharness generate events</c> in this process.</summary>
    public static Task<GenerateRun> EventsAsync(params string[] args) => RunAsync(["generate", "events", .. args], TestContext.Current.CancellationToken);

    public static async Task<GenerateRun> RunAsync(string[] args, CancellationToken cancellationToken)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Application.RunAsync(args, new Terminal(output, error), cancellationToken);
        return new(code, output.ToString(), error.ToString());
    }
}
