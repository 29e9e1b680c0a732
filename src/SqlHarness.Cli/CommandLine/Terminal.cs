using Spectre.Console;

namespace SqlHarness.Cli.CommandLine;

/// <summary>What a command writes to: results on <see cref="Out"/> alone; progress, SQL and errors on <see cref="Error"/>.</summary>
sealed class Terminal
{
    // Into a file or a pipe, lines are not cut to the width of a screen.
    const int WidthWithoutScreen = 160;

    public Terminal(TextWriter output, TextWriter error) => (Out, Error) = (Console(output), Console(error));

    public IAnsiConsole Out { get; }

    public IAnsiConsole Error { get; }

    /// <summary>Text as it is, without markup, wrapping or colours: JSON and SQL.</summary>
    public static void WriteLine(IAnsiConsole console, string text) => console.Profile.Out.Writer.WriteLine(text);

    static IAnsiConsole Console(TextWriter writer)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(writer) });
        if (console.Profile.Out.IsTerminal)
            return console;
        console.Profile.Width = WidthWithoutScreen;
        // Spectre leaves colours out for a redirected stdout, but not for any other writer.
        console.Profile.Capabilities.Ansi = false;
        return console;
    }
}
