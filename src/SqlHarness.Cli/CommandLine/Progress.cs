using System.Globalization;
using Spectre.Console;

namespace SqlHarness.Cli.CommandLine;

/// <summary>Says on stderr what takes longer than a second, if stderr is a terminal.</summary>
static class Progress
{
    static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(200);

    /// <summary>Runs work that blocks its thread.</summary>
    /// <param name="terminal">Where to say it.</param>
    /// <param name="what">What is being done: <c>Sessionizing</c>.</param>
    /// <param name="percent">How much of it is done, 0 to 100; null where that is not known.</param>
    /// <param name="work">The work.</param>
    public static Task<T> WhileAsync<T>(Terminal terminal, string what, Func<double?> percent, Func<Task<T>> work) => WhileAsync(terminal, () => what, percent, work);

    /// <summary>The same for work that does one thing after another.</summary>
    public static async Task<T> WhileAsync<T>(Terminal terminal, Func<string> what, Func<double?> percent, Func<Task<T>> work)
    {
        var running = Task.Run(work);
        if (!terminal.Error.Profile.Out.IsTerminal || await Task.WhenAny(running, Task.Delay(Patience)).ConfigureAwait(false) == running)
            return await running.ConfigureAwait(false);
        await terminal.Error.Status().Spinner(Spinner.Known.Dots).StartAsync(what(), async status =>
        {
            while (!running.IsCompleted)
            {
                status.Status(Markup.Escape(percent() is { } p ? string.Create(CultureInfo.InvariantCulture, $"{what()}, {p:0} %") : what()));
                await Task.WhenAny(running, Task.Delay(Pace)).ConfigureAwait(false);
            }
        }).ConfigureAwait(false);
        return await running.ConfigureAwait(false);
    }
}
