using DuckDB.NET.Data;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Connections;
using SqlHarness.Cli.Files;
using SqlHarness.Cli.Inputs;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>Inputs that are compared in the workbench.</summary>
/// <param name="bench">The workbench.</param>
/// <param name="request">What is asked.</param>
/// <param name="drivers">What makes connections.</param>
sealed class BenchInputs(Workbench? bench, CompareRequest request, Drivers drivers)
{
    public Task<InputTable> ReadAsync(InputAddress address, string name, CancellationToken cancellationToken) =>
        InputReader.OpenAsync(bench!, address, keepsJson: false, drivers, cancellationToken, name + "_input");

    /// <summary>Makes an input a table or a view, its texts read as what they are compared with.</summary>
    /// <param name="input">The input.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="others">The other side's columns.</param>
    /// <param name="isLeft">Whether it is the left side.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BadInputException">It cannot be read, or a text is not of the type that an option needs; the message names row, column and value.</exception>
    public async Task<TableShape<TRow>> MadeAsync<TRow>(InputTable input, string name, IReadOnlyList<ColumnType> others, bool isLeft, CancellationToken cancellationToken) where TRow : TableRow
    {
        // A text file is parsed once; what is stored by columns is read where it is.
        var isText = input.Columns.Any(c => c.DatabaseType == "VARCHAR") && input.From.StartsWith("read_csv", StringComparison.Ordinal) || input.From.StartsWith('(');
        try
        {
            await bench!.ExecuteAsync($"Reading {input.Said}", $"CREATE TEMP {(isText ? "TABLE" : "VIEW")} {name}_text AS SELECT * FROM {input.From}", cancellationToken).ConfigureAwait(false);
            var texts = new TextColumns(bench, input, $"{name}_text", isText);
            var columns = await texts.TypedAsync(request, others, isLeft, cancellationToken).ConfigureAwait(false);
            await bench.ExecuteAsync($"Reading {input.Said}", $"CREATE TEMP VIEW {name} AS SELECT {string.Join(", ", columns)} FROM {name}_text", cancellationToken).ConfigureAwait(false);
            return await bench.Workspace.ShapeOfAsync<TRow>(name, null, cancellationToken).ConfigureAwait(false);
        }
        catch (DuckDBException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw InputReader.Unreadable(input.Said, e);
        }
    }
}
