using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace SqlHarness.Cli.CommandLine;

/// <summary>The help of the library, and behind it the command's example.</summary>
sealed class HelpWithExample(HelpAction help) : SynchronousCommandLineAction
{
    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var code = help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is ExampleCommand command)
            parseResult.InvocationConfiguration.Output.WriteLine($"Example:\n  {command.Example}\n");
        return code;
    }
}
