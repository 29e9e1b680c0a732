using System.CommandLine;
using SqlHarness.Engines;

namespace SqlHarness.Cli.CommandLine;

/// <summary>How every command ends: 0 fine, 1 a difference or a failed proof, 2 bad input in one sentence, 130 interrupted.</summary>
static class CommandExtensions
{
    public const int Fine = 0, Different = 1, BadInput = 2, Interrupted = 130;

    /// <summary>The command with what it does.</summary>
    public static Command Runs(this Command command, Terminal terminal, Func<ParseResult, CancellationToken, Task<int>> run)
    {
        command.SetAction(async (parsed, cancelled) =>
        {
            try
            {
                return await run(parsed, cancelled).ConfigureAwait(false);
            }
            catch (Exception e) when (cancelled.IsCancellationRequested)
            {
                // Drivers say 'interrupted' in their own exceptions.
                return Say(terminal, parsed, "Interrupted; nothing was written.", e, Interrupted);
            }
            catch (Exception e) when (e is BadInputException or EngineException)
            {
                return Say(terminal, parsed, e.Message, e, BadInput);
            }
            catch (Exception e)
            {
                var sentence = $"This should not have happened ({e.GetType().Name}): {e.Message.Split('\n')[0].Trim()}";
                return Say(terminal, parsed, CommonOptions.IsVerbose(parsed) ? sentence : $"{sentence} --verbose shows where.", e, BadInput);
            }
        });
        return command;
    }

    static int Say(Terminal terminal, ParseResult parsed, string sentence, Exception exception, int exitCode)
    {
        Terminal.WriteLine(terminal.Error, sentence);
        if (CommonOptions.IsVerbose(parsed))
            Terminal.WriteLine(terminal.Error, exception.ToString());
        return exitCode;
    }
}
