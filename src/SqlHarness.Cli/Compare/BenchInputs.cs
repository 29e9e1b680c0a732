using DuckDB.NET.Data;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Connections;
using SqlHarness.Cli.Files;
using SqlHarness.Cli.Inputs;
using SqlHarness.Comparisons;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>Inputs that are compared in the workbench.</summary>
/// <param name="bench">The workbench.</param>
/// <param name="request">What is asked.</param>
/// <param name="drivers">What makes connections.</param>
sealed class BenchInputs(Workbench? bench, CompareRequest request, Drivers drivers)
{
    public Task<InputTable> ReadAsync(InputAddress address, string name, CancellationToken cancellationToken) =>
        InputReader.OpenAsync(bench!, address, keepsJson: false, drivers, cancellationToken, name + "_copy");

    /// <summary>Makes an input a table or a view, its texts read as what they are compared with.</summary>
    /// <param name="input">The input.</param>
    /// <param name="name">What it is called.</param>
    /// <param name="others">The other side's columns.</param>
    /// <param name="isLeft">Whether it is the left side.</param>
    /// <param name="where">Which rows, in SQL; all if null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BadInputException">It cannot be read, or a text is not of the type that an option needs; the message names row, column and value.</exception>
    public async Task<ComparedSide> SideAsync<TRow>(InputTable input, string name, IReadOnlyList<ColumnType> others, bool isLeft, string? where, CancellationToken cancellationToken) where TRow : TableRow
    {
        try
        {
            await bench!.ExecuteAsync($"Reading {input.Said}", $"CREATE TEMP {(input.IsSlow ? "TABLE" : "VIEW")} {name}_input AS SELECT * FROM {input.From}", cancellationToken).ConfigureAwait(false);
            var read = await new TextColumns(bench, input, $"{name}_input").OfAsync(request, others, isLeft, cancellationToken).ConfigureAwait(false);
            var columns = input.Columns.Zip(read, (c, r) => SqlText.Name(c.Name) is var quoted && r is not null ? $"{r.Reads(quoted)} AS {quoted}" : quoted);
            await bench.ExecuteAsync($"Reading {input.Said}", $"CREATE TEMP VIEW {name} AS SELECT {string.Join(", ", columns)} FROM {name}_input", cancellationToken).ConfigureAwait(false);
            var shape = await bench.Workspace.ShapeOfAsync<TRow>(name, null, cancellationToken).ConfigureAwait(false);
            var side = OpenedSides.Side(bench.Workspace.Connection, shape, where, input.Said);
            return input.HasNoTypes ? side : side.Declaring(input.Columns.Zip(read).Where(c => c.Second is not null).ToDictionary(c => c.First.Name, c => c.First.DatabaseType!));
        }
        catch (DuckDBException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw InputReader.Unreadable(input.Said, e);
        }
    }
}
