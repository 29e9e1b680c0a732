using LinqToDB.Data;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Connections;
using SqlHarness.Cli.Files;
using SqlHarness.Cli.Inputs;
using SqlHarness.Comparisons;
using SqlHarness.Engines;
using SqlHarness.Tables;

namespace SqlHarness.Cli.Compare;

/// <summary>Both sides, opened where they are compared: files and embedded tables in the workbench, a server's table on its server, both on one connection where it is the same.</summary>
sealed class OpenedSides : IAsyncDisposable
{
    const string LeftName = "sqlharness_left", RightName = "sqlharness_right";

    readonly List<IAsyncDisposable> _opened = [];

    OpenedSides() { }

    public ComparedSide Left { get; private set; } = null!;

    public ComparedSide Right { get; private set; } = null!;

    /// <summary>How much of the running statement is done, 0 to 100; null where nobody says, as where two engines are at work.</summary>
    public Func<double?> Percent { get; private set; } = () => null;

    /// <exception cref="BadInputException">A side is not there, or cannot be read; the message names it.</exception>
    public static async Task<OpenedSides> OpenAsync(CompareRequest request, CommonOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        var sides = new OpenedSides();
        try
        {
            await sides.OpenBothAsync(request, options, terminal, cancellationToken).ConfigureAwait(false);
            return sides;
        }
        catch
        {
            await sides.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    async Task OpenBothAsync(CompareRequest request, CommonOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        var drivers = Drivers.With(options.Driver);
        var (left, right) = (InputAddress.Parse(request.Left), InputAddress.Parse(request.Right));
        if (left is FileAddress { Path: "-" } && right is FileAddress { Path: "-" })
            throw new BadInputException("Standard input can be one side, not both.");
        var bench = left is ServerAddress && right is ServerAddress ? null : Opened(await Workbench.OpenAsync(options, terminal, cancellationToken, runsQueries: true).ConfigureAwait(false));
        if (bench is not null && left is not ServerAddress && right is not ServerAddress)
            Percent = bench.Percent;
        var inputs = new BenchInputs(bench, request, drivers);
        var (one, other) = (left is ServerAddress ? null : await inputs.ReadAsync(left, LeftName, cancellationToken).ConfigureAwait(false), right is ServerAddress ? null : await inputs.ReadAsync(right, RightName, cancellationToken).ConfigureAwait(false));
        var (here, there) = (left as ServerAddress, right as ServerAddress);
        var hereOn = here is null ? null : Opened(await OpenAsync(here, drivers, options, terminal, cancellationToken).ConfigureAwait(false));
        var thereOn = there is null ? null : there.Server == here?.Server ? hereOn : Opened(await OpenAsync(there, drivers, options, terminal, cancellationToken).ConfigureAwait(false));
        var leftShape = here is null ? null : await hereOn!.ShapeOfAsync<LeftTable>(here.Table, here.Schema, cancellationToken).ConfigureAwait(false);
        var rightShape = there is null ? null : await thereOn!.ShapeOfAsync<RightTable>(there.Table, there.Schema, cancellationToken).ConfigureAwait(false);
        // What is text in a file is read as what the other side holds, so both are known before either is made.
        IReadOnlyList<ColumnType> leftColumns = one?.Columns ?? ComparedTable.Of(leftShape!).Columns, rightColumns = other?.Columns ?? ComparedTable.Of(rightShape!).Columns;
        Left = here is not null ? Side(hereOn!.Connection, leftShape!, request.Where, here.Said)
            : await inputs.SideAsync<LeftTable>(one!, LeftName, rightColumns, isLeft: true, request.Where, cancellationToken).ConfigureAwait(false);
        Right = there is not null ? Side(thereOn!.Connection, rightShape!, request.Where, there.Said)
            : await inputs.SideAsync<RightTable>(other!, RightName, leftColumns, isLeft: false, request.Where, cancellationToken).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var opened in _opened.AsEnumerable().Reverse())
            await opened.DisposeAsync().ConfigureAwait(false);
    }

    T Opened<T>(T opened) where T : IAsyncDisposable
    {
        _opened.Add(opened);
        return opened;
    }

    static async Task<Workspace> OpenAsync(ServerAddress table, Drivers drivers, CommonOptions options, Terminal terminal, CancellationToken cancellationToken)
    {
        var engine = table.Server.Engine(drivers, printed: false);
        return await (options.ShowSql ? engine.OpenOnAsync(SqlTrace.To(terminal), cancellationToken) : engine.OpenAsync(cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>A table as a side.</summary>
    public static ComparedSide Side<TRow>(DataConnection connection, TableShape<TRow> shape, string? where, string said) where TRow : TableRow =>
        where is null ? ComparedSide.Of(connection, shape, said: said) : ComparedSide.Of(connection, shape, where, said);
}
