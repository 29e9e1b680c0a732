using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Tests.Cli;

/// <summary>What a run of the command answered.</summary>
sealed record CommandRun(int ExitCode, string Out, string Error)
{
    /// <summary>Runs <c>sqlharness</c> in this process.</summary>
    public static async Task<CommandRun> RunAsync(IReadOnlyList<string> args, CancellationToken cancellationToken)
    {
        var (output, error) = (new StringWriter(), new StringWriter());
        var code = await Application.RunAsync(args, new Terminal(output, error), cancellationToken);
        return new(code, output.ToString(), error.ToString());
    }
}
