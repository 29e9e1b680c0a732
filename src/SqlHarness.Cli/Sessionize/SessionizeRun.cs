using DuckDB.NET.Data;
using Spectre.Console;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Connections;
using SqlHarness.Cli.Files;
using SqlHarness.Cli.Inputs;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Sessionize;

/// <summary>One run: look at the input, find its sessions, write them, say what they are like.</summary>
sealed class SessionizeRun(SessionizeRequest request, CommonOptions options, Terminal terminal)
{
    const string Result = "sqlharness_result";

    // What Parquet has no type for; DuckDB would write a DOUBLE, or other units, without a word.
    static readonly string[] NotInParquet = ["HUGEINT", "UHUGEINT", "INTERVAL", "TIME WITH TIME ZONE"];

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        var drivers = Drivers.With(options.Driver);
        var output = await Output.CreateAsync(request.Out, drivers, request.Force, cancellationToken).ConfigureAwait(false);
        await using var __ = output.ConfigureAwait(false);
        var format = (output as OutputFile)?.Format;
        var bench = await Workbench.OpenAsync(options, terminal, cancellationToken).ConfigureAwait(false);
        await using var _ = bench.ConfigureAwait(false);
        var input = await InputReader.OpenAsync(bench, InputAddress.Parse(request.Input), format == FileFormat.JsonLines, drivers, cancellationToken).ConfigureAwait(false);
        if (format == FileFormat.Parquet && input.Columns.FirstOrDefault(c => NotInParquet.Contains(c.DatabaseType)) is { } lost)
            throw new BadInputException($"{input.Said}: column {lost.Name} is {lost.DatabaseType}, which Parquet cannot hold as it is; write .csv or .jsonl.");
        var columns = EventColumns.Of(input, request.User, request.Time, request.Id);
        var splitColumn = SplitColumn(input);
        var profile = await ProfileAsync(bench, input, columns, cancellationToken).ConfigureAwait(false);
        columns = columns.As(profile);
        SessionSummary summary;
        try
        {
            var rows = request.OnSqlite
                ? await new SqliteSessions(bench, input, columns, request.Options, splitColumn).FindAsync(cancellationToken).ConfigureAwait(false)
                : await new DuckDbSessions(bench, input, columns, profile, request.Options, splitColumn).FindAsync(cancellationToken).ConfigureAwait(false);
            await WriteAsync(bench, rows, output, cancellationToken).ConfigureAwait(false);
            summary = await SessionSummary.OfAsync(bench, Result, columns, profile, cancellationToken).ConfigureAwait(false);
        }
        catch (DuckDBException e) when (DuckDbSentence.IsDiskOrMemory(e))
        {
            throw new BadInputException($"{output.Said} cannot be written: {DuckDbSentence.Of(e)}", e);
        }

        if (!request.AsJson)
            await Preview.PrintAsync(terminal.Out, bench, Result, columns, input.Columns.Count - columns.Names.Count, cancellationToken).ConfigureAwait(false);
        await output.CommitAsync(cancellationToken).ConfigureAwait(false);
        Print(summary, output);
        return CommandExtensions.Fine;
    }

    // All rows are read once here, so that what cannot be read in them is met before anything is written.
    static async Task<EventProfile> ProfileAsync(Workbench bench, InputTable input, EventColumns columns, CancellationToken cancellationToken)
    {
        try
        {
            return await EventProfile.ReadAsync(bench, input, columns, cancellationToken).ConfigureAwait(false);
        }
        catch (DuckDBException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw InputReader.Unreadable(input.Said, e);
        }
    }

    ColumnType? SplitColumn(InputTable input)
    {
        if (request.NewSessionOn is not { } name)
            return null;
        try
        {
            return input.Column(name) is var column && KeyParts.IsScalar(column.Type) && column.DatabaseType != "JSON" ? column
                : throw new BadInputException($"{input.Said}: column {column.Name} is {column.DatabaseType}, and --new-session-on takes a column of single values.");
        }
        catch (UnknownColumnException e)
        {
            throw new BadInputException(e.Message, e);
        }
    }

    // A Parquet file answers the summary as fast as a table does; other formats would have to be parsed for it.
    static async Task WriteAsync(Workbench bench, SessionRows rows, Output output, CancellationToken cancellationToken)
    {
        if (output is OutputFile { Format: FileFormat.Parquet } parquet)
        {
            await output.WriteAsync(bench, rows.Ordered, cancellationToken).ConfigureAwait(false);
            await bench.ExecuteAsync("Sessionizing", $"CREATE TEMP VIEW {Result} AS SELECT * FROM read_parquet({SqlText.Literal(parquet.TemporaryPath)})", cancellationToken).ConfigureAwait(false);
            return;
        }

        await bench.ExecuteAsync("Sessionizing", $"CREATE TEMP TABLE {Result} AS\n{(output is NoOutput ? rows.Unordered : rows.Ordered)}", cancellationToken).ConfigureAwait(false);
        await output.WriteAsync(bench, $"SELECT * FROM {Result}", cancellationToken).ConfigureAwait(false);
    }

    void Print(SessionSummary summary, Output output)
    {
        if (request.AsJson)
        {
            Terminal.WriteLine(terminal.Out, SummaryJson.Of(request, summary));
            return;
        }

        SummaryText.Print(terminal.Out, summary);
        if (output is not NoOutput)
            terminal.Out.MarkupLineInterpolated($"\n[green]written[/] {output.Said}");
    }
}
