using System.CommandLine;

namespace SqlHarness.Cli.CommandLine;

/// <summary>A command whose help ends with an example.</summary>
sealed class ExampleCommand(string name, string description, string example) : Command(name, description)
{
    /// <summary>A line to be typed as it stands.</summary>
    public string Example { get; } = example;
}
