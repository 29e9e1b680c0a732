using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using System.Text.RegularExpressions;
using SqlHarness.Cli.Compare;
using SqlHarness.Cli.Demo;
using SqlHarness.Cli.Generate;
using SqlHarness.Cli.Port;
using SqlHarness.Cli.Sessionize;
using SqlHarness.Cli.Verify;

namespace SqlHarness.Cli.CommandLine;

/// <summary>The <c>sqlharness</c> command as a whole; tests call it as a shell does.</summary>
static partial class Application
{
    // A statement that was interrupted still has files to remove.
    static readonly TimeSpan TimeToStop = TimeSpan.FromSeconds(30);

    public static Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal, CancellationToken cancellationToken = default)
    {
        var parsed = Root(terminal).Parse(args.Count == 0 ? ["--help"] : args);
        if (parsed.Errors is [var error, ..] && parsed.Action is not HelpWithExample)
        {
            Terminal.WriteLine(terminal.Error, $"{(parsed.UnmatchedTokens is [var unknown, ..] ? $"There is no command or option {unknown}." : InWords(error.Message))} {NameOf(parsed.CommandResult)} --help shows what there is.");
            return Task.FromResult(CommandExtensions.BadInput);
        }

        return parsed.InvokeAsync(new InvocationConfiguration
        {
            Output = terminal.Out.Profile.Out.Writer, Error = terminal.Error.Profile.Out.Writer, EnableDefaultExceptionHandler = false, ProcessTerminationTimeout = TimeToStop,
        }, cancellationToken);
    }

    static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("SQL logic in C#, proven in milliseconds, shipped unchanged to every warehouse.")
        {
            DemoCommand.Create(terminal), SessionizeCommand.Create(terminal), CompareCommand.Create(terminal), PortCommand.Create(terminal), VerifyCommand.Create(terminal), GenerateCommand.Create(terminal),
        };
        foreach (var option in CommonOptions.All)
            root.Options.Add(option);
        foreach (var help in root.Options.OfType<HelpOption>())
            help.Action = new HelpWithExample((HelpAction)help.Action!);
        return root;
    }

    // With the commands above it, and whatever the executable is called: sqlharness generate events.
    static string NameOf(CommandResult command) => command.Parent is CommandResult parent ? $"{NameOf(parent)} {command.Command.Name}" : "sqlharness";

    // The library names .NET's types, and lists choices in lines of their own.
    static string InWords(string message) =>
        DotNetType().Replace(Spaces().Replace(message, " ").Trim(), "a whole number").TrimEnd('.').Replace("Must be one of: ", "Usable are ", StringComparison.Ordinal) + ".";

    [GeneratedRegex("expected type 'System\\.[^']*U?Int(32|64)[^']*'")]
    private static partial Regex DotNetType();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
