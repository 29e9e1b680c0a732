using System.CommandLine;
using DuckDB.NET.Data;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Connections;
using SqlHarness.Cli.Files;
using SqlHarness.Cli.Inputs;

namespace SqlHarness.Cli.Generate;

/// <summary>Writes a clickstream that looks real, with all that makes sessions difficult: late rows, ties, silences at the boundary, NULLs, a bot.</summary>
static class EventsCommand
{
    static readonly Option<string> Out = new("--out") { Description = "What to write: a .csv, .csv.gz, .parquet or .jsonl file, or a server's table, ENGINE:CONNECTION#schema.table.", HelpName = "FILE|TABLE", Required = true };

    static readonly Option<bool> Force = new("--force") { Description = "Replace the file or table if it exists." };

    public static Command Create(Terminal terminal)
    {
        var command = new ExampleCommand("events",
            "Writes page views of a web shop in order of arrival, with what makes sessions difficult: late rows, ties, silences of exactly 30 minutes, NULLs, a bot."
            + " The same options write the same events.",
            "sqlharness generate events --rows 1000000 --seed 7 --out events.parquet") { Out, Force };
        foreach (var option in EventsOptions.All)
            command.Options.Add(option);
        return command.Runs(terminal, (parsed, cancelled) =>
            RunAsync(terminal, EventsOptions.From(parsed), CommonOptions.From(parsed), parsed.GetValue(Out)!, parsed.GetValue(Force), cancelled));
    }

    static async Task<int> RunAsync(
        Terminal terminal, EventsOptions options, CommonOptions common, string path, bool force, CancellationToken cancellationToken)
    {
        var output = await Output.CreateAsync(path, Drivers.With(common.Driver), force, cancellationToken).ConfigureAwait(false);
        await using var __ = output.ConfigureAwait(false);
        var workbench = await Workbench.OpenAsync(common, terminal, cancellationToken).ConfigureAwait(false);
        await using var _ = workbench.ConfigureAwait(false);
        var summary = await WriteAsync(workbench, terminal, options, output, cancellationToken).ConfigureAwait(false);
        await output.CommitAsync(cancellationToken).ConfigureAwait(false);
        summary.Print(terminal.Out, output.Said);
        return CommandExtensions.Fine;
    }

    static async Task<EventSummary> WriteAsync(Workbench workbench, Terminal terminal, EventsOptions options, Output output, CancellationToken cancellationToken)
    {
        var (clickstream, events) = (new Clickstream(options), new EventTable(workbench, terminal));
        try
        {
            await events.FillAsync(clickstream, cancellationToken).ConfigureAwait(false);
            await output.WriteAsync(workbench, EventTable.Written(clickstream.Shop), cancellationToken).ConfigureAwait(false);
            return await EventSummary.OfAsync(workbench, cancellationToken).ConfigureAwait(false);
        }
        catch (DuckDBException e) when (DuckDbSentence.IsDiskOrMemory(e))
        {
            throw new BadInputException($"{output.Said} cannot be written: {DuckDbSentence.Of(e)}", e);
        }
    }
}
