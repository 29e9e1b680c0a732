using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using SqlHarness.Cli.Demo;
using SqlHarness.Cli.Generate;

namespace SqlHarness.Cli.CommandLine;

/// <summary>The <c>sqlharness</c> command as a whole; tests call it as a shell does.</summary>
static class Application
{
    // A statement that was interrupted still has files to remove.
    static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    public static Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var parsed = Root(terminal).Parse(args.Count == 0 ? ["--help"] : args);
        if (parsed.Errors is [var error, ..] && parsed.Action is not HelpWithExample)
        {
            Terminal.WriteLine(terminal.Error, $"{(parsed.UnmatchedTokens is [var unknown, ..] ? $"There is no command or option {unknown}." : InWords(error.Message))} {Path(parsed.CommandResult)} --help shows what there is.");
            return Task.FromResult(CommandExtensions.BadInput);
        }

        return parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Out.Profile.Out.Writer, Error = terminal.Error.Profile.Out.Writer, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop,
        }, cancellationToken);
    }

    static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("SQL logic in C#, proven in milliseconds, shipped unchanged to every warehouse.") { DemoCommand.Create(terminal), GenerateCommand.Create(terminal) };
        foreach (var option in CommonOptions.All)
            root.Options.Add(option);
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExample((HelpAction)help.Action!);
        return root;
    }

    // sqlharness generate events, whatever the executable is called.
    static string Path(CommandResult command) => command.Parent is CommandResult parent ? $"{Path(parent)} {command.Command.Name}" : "sqlharness";

    // The library names .NET's types.
    static string InWords(string message) => message.ReplaceLineEndings(" ").Replace("as expected type 'System.Int32'", "as a whole number", StringComparison.Ordinal)
        .Replace("as expected type 'System.Int64'", "as a whole number", StringComparison.Ordinal).Replace("as expected type 'System.UInt64'", "as a whole number from 0", StringComparison.Ordinal)
        .Replace("as expected type 'System.Nullable`1[System.Int32]'", "as a whole number", StringComparison.Ordinal);
}
