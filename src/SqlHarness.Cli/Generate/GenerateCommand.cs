using System.CommandLine;
using SqlHarness.Cli.CommandLine;

namespace SqlHarness.Cli.Generate;

/// <summary>Data to try the other commands on.</summary>
static class GenerateCommand
{
    public static Command Create(Terminal terminal) => new("generate", "Generates data to try the other commands on.") { EventsCommand.Create(terminal) };
}
