using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Connections;
using SqlHarness.Cli.Inputs;

namespace SqlHarness.Cli.Files;

/// <summary>What a command writes: a file, a server's table, or nothing. It appears whole or not at all: it is filled beside its place under another name, and renamed at the end.</summary>
abstract class Output : IAsyncDisposable
{
    /// <summary>What messages call it.</summary>
    public abstract string Said { get; }

    /// <summary>Makes sure that it can be written, before an hour's work and not after it.</summary>
    /// <param name="address">A file, or <c>ENGINE:CONNECTION#schema.table</c>; null for nothing.</param>
    /// <param name="drivers">What servers are reached by.</param>
    /// <param name="force">Whether what is there may be replaced.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="BadInputException">It is there already and may not be replaced, or cannot be written.</exception>
    public static async Task<Output> CreateAsync(string? address, Drivers drivers, bool force, CancellationToken cancellationToken) =>
        address is null ? new NoOutput()
        : ServerAddress.Names(address) ? await ServerOutput.CreateAsync(ServerAddress.Of(address), drivers, force, cancellationToken).ConfigureAwait(false)
        : OutputFile.Create(address, force);

    /// <summary>Fills it with the rows of a query.</summary>
    /// <param name="bench">Where the query runs.</param>
    /// <param name="query">The query, in DuckDB's words.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task WriteAsync(Workbench bench, string query, CancellationToken cancellationToken);

    /// <summary>Puts it in its place.</summary>
    public abstract Task CommitAsync(CancellationToken cancellationToken);

    /// <summary>Removes what is not in its place.</summary>
    public abstract ValueTask DisposeAsync();
}
