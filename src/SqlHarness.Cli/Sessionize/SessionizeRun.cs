using DuckDB.NET.Data;
using Spectre.Console;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Connections;
using SqlHarness.Cli.Files;
using SqlHarness.Cli.Inputs;
using SqlHarness.Engines.DuckDb;
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
        var table = request.Out is not null && ServerAddress.Names(request.Out) ? await ServerOutput.CreateAsync(ServerAddress.Of(request.Out), drivers, request.Force, cancellationToken).ConfigureAwait(false) : null;
        await using var __ = (table as IAsyncDisposable ?? Nothing.Instance).ConfigureAwait(false);
        using var output = request.Out is null || table is not null ? null : OutputFile.Create(request.Out, request.Force);
        var bench = await Workbench.OpenAsync(options, terminal, cancellationToken).ConfigureAwait(false);
        await using var _ = bench.ConfigureAwait(false);
        var input = await InputReader.OpenAsync(bench, InputAddress.Parse(request.Input), output?.Format == FileFormat.JsonLines, drivers, cancellationToken).ConfigureAwait(false);
        if (output?.Format == FileFormat.Parquet && input.Columns.FirstOrDefault(c => NotInParquet.Contains(c.DatabaseType)) is { } lost)
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
            throw new BadInputException($"{output?.Path ?? "The result"} cannot be written: {DuckDbSentence.Of(e)}", e);
        }

        if (table is not null)
            await WriteAsync(bench, table, cancellationToken).ConfigureAwait(false);
        if (!request.AsJson)
            await Preview.PrintAsync(terminal.Out, bench, Result, columns, input.Columns.Count - columns.Names.Count, cancellationToken).ConfigureAwait(false);
        output?.Commit();
        Print(summary);
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
    async Task WriteAsync(Workbench bench, SessionRows rows, OutputFile? output, CancellationToken cancellationToken)
    {
        if (output?.Format == FileFormat.Parquet)
        {
            await bench.ExecuteAsync("Sessionizing", $"COPY (\n{rows.Ordered}\n) TO {SqlText.Literal(output.TemporaryPath)} ({output.CopyOptions})", cancellationToken).ConfigureAwait(false);
            await bench.ExecuteAsync("Sessionizing", $"CREATE TEMP VIEW {Result} AS SELECT * FROM read_parquet({SqlText.Literal(output.TemporaryPath)})", cancellationToken).ConfigureAwait(false);
            return;
        }

        await bench.ExecuteAsync("Sessionizing", $"CREATE TEMP TABLE {Result} AS\n{(request.Out is null ? rows.Unordered : rows.Ordered)}", cancellationToken).ConfigureAwait(false);
        if (output is not null)
            await bench.ExecuteAsync($"Writing {output.Path}", $"COPY {Result} TO {SqlText.Literal(output.TemporaryPath)} ({output.CopyOptions})", cancellationToken).ConfigureAwait(false);
    }

    static async Task WriteAsync(Workbench bench, ServerOutput table, CancellationToken cancellationToken)
    {
        var columns = await bench.QueryAsync("Looking at the result", $"DESCRIBE {Result}", r => new ColumnType(r.GetString(0), DuckDbTypes.Of(r.GetString(1)), DatabaseType: r.GetString(1)), cancellationToken).ConfigureAwait(false);
        var rows = bench.Rows($"SELECT * FROM {Result}", r => Enumerable.Range(0, r.FieldCount).Select(i => r.IsDBNull(i) ? null : r.GetValue(i)).ToArray());
        await bench.WhileAsync("Writing the table", () => table.WriteAsync(columns, rows, cancellationToken)).ConfigureAwait(false);
    }

    void Print(SessionSummary summary)
    {
        if (request.AsJson)
        {
            Terminal.WriteLine(terminal.Out, SummaryJson.Of(request, summary));
            return;
        }

        SummaryText.Print(terminal.Out, summary);
        if (request.Out is not null)
            terminal.Out.MarkupLineInterpolated($"\n[green]written[/] {(ServerAddress.Names(request.Out) ? ServerAddress.Of(request.Out).Said : request.Out)}");
    }
}
