using System.Globalization;
using LinqToDB.Mapping;
using Spectre.Console;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Cli.Connections;
using SqlHarness.Cli.Files;
using SqlHarness.Cli.Port;
using SqlHarness.Engines;
using SqlHarness.Queries;
using SqlHarness.Testing.Conformance;
using SqlHarness.Testing.Reports;

namespace SqlHarness.Cli.Verify;

/// <summary>Proves queries on engines, one after the other: a warehouse is not to be asked by many at once.</summary>
sealed class VerifyRun(VerifyRequest request, Terminal terminal)
{
    readonly ConformanceSettings _settings = new() { Budget = request.Budget };

    public async Task<int> RunAsync(CancellationToken cancellationToken)
    {
        // What can be told to be wrong is told before anything is reached.
        var addresses = request.Engines.Select(EngineAddress.Parse).ToList();
        var drivers = Drivers.With(request.Driver);
        var engines = addresses.Select(a => (Address: a, Engine: a.Engine(drivers, request.Printed && a.IsServer))).ToList();
        var cases = Cases();
        if (request.DryRun)
            return await ShowCostAsync(cases, engines.Count, cancellationToken).ConfigureAwait(false);
        using var report = request.Report is null ? null : Page(request.Report);
        foreach (var (address, engine) in engines)
            await ReachAsync(address, engine, cancellationToken).ConfigureAwait(false);
        List<ConformanceResult> results = [];
        var total = engines.Count * cases.Count;
        foreach (var (_, engine) in engines)
        {
            foreach (var one in cases)
            {
                results.Add(await CommandLine.Progress.WhileAsync(terminal, string.Create(CultureInfo.InvariantCulture, $"Proving {one} on {engine}, {results.Count + 1} of {total}"), () => null,
                    () => ProveAsync(one, engine, cancellationToken)).ConfigureAwait(false));
            }
        }

        var matrix = new ConformanceMatrix(results);
        report?.Write(matrix.ToHtml());
        Print(matrix);
        // A server that was there and is gone proves nothing either way.
        var lost = results.FirstOrDefault(r => r.Outcome == Outcome.Unavailable);
        return lost is not null ? throw new EngineException($"{lost.Engine}: {lost.Reason}") : matrix.IsSame ? CommandExtensions.Fine : CommandExtensions.Different;
    }

    IReadOnlyList<ConformanceCase> Cases()
    {
        var queries = ParameterValues.Apply(QueryAssembly.Named(QueryAssembly.Queries(request.Assembly), request.Queries), request.Set);
        if (queries.FirstOrDefault(q => !q.HasReference) is { } bare)
            throw new BadInputException($"Query {bare} has no reference to be held against: [Query(\"{bare}\", typeof(Reference))] names the class that holds it; --query proves the others.");
        return queries.FirstOrDefault(q => q.Parameters.Any(p => !p.HasValue)) is { } open
            ? throw new BadInputException($"Query {open} needs a value for its parameter {open.Parameters.First(p => !p.HasValue).Name}: --set {open.Parameters.First(p => !p.HasValue).Name}=VALUE.")
            : [.. queries.Select(ConformanceCase.Of)];
    }

    static async Task ReachAsync(EngineAddress address, Engine engine, CancellationToken cancellationToken)
    {
        try
        {
            var workspace = await engine.OpenAsync(cancellationToken).ConfigureAwait(false);
            await using var _ = workspace.ConfigureAwait(false);
            // Not every user who may connect may make a table.
            workspace.CreateTable<Probe>();
        }
        catch (EngineException e)
        {
            throw new BadInputException($"{address.Said}: {e.Message}", e);
        }
    }

    [Table("sqlharness_probe")]
    sealed record Probe
    {
        [Column("id")] public int Id { get; init; }
    }

    async Task<ConformanceResult> ProveAsync(ConformanceCase one, Engine engine, CancellationToken cancellationToken)
    {
        try
        {
            return await one.RunAsync(engine, _settings, cancellationToken).ConfigureAwait(false);
        }
        catch (ProofFailedException e)
        {
            throw new BadInputException(e.Message, e);
        }
        catch (QueryRegistrationException e)
        {
            throw new BadInputException(e.Message, e);
        }
    }

    async Task<int> ShowCostAsync(IReadOnlyList<ConformanceCase> cases, int engines, CancellationToken cancellationToken)
    {
        List<ConformanceCost> costs = [];
        foreach (var one in cases)
            costs.Add(await one.CostAsync(_settings, cancellationToken).ConfigureAwait(false));
        if (request.Format == "json")
        {
            Terminal.WriteLine(terminal.Out, JsonText.Of(costs));
            return CommandExtensions.Fine;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumn("query").AddColumns(["cases", "rows", "queries, at most", "other statements, about", "MB sent, about"]);
        foreach (var column in table.Columns.Skip(1))
            column.RightAligned();
        foreach (var cost in costs)
            table.AddRow(cost.Query, Number(cost.Cases), Number(cost.Rows), Number(cost.Queries), Number(cost.Others), Megabytes(cost.Characters));
        terminal.Out.Write(table);
        Terminal.WriteLine(terminal.Out, $"On each of {engines} {(engines == 1 ? "engine" : "engines")}: {Number(costs.Sum(c => c.Queries))} queries, about {Number(costs.Sum(c => c.Others))} other statements and {Megabytes(costs.Sum(c => c.Characters))} MB. Nothing was connected to.");
        return CommandExtensions.Fine;
    }

    void Print(ConformanceMatrix matrix)
    {
        if (request.Format != "table")
        {
            terminal.Out.Profile.Out.Writer.Write(request.Format == "json" ? matrix.ToJson() + "\n" : matrix.ToMarkdown());
            return;
        }

        var table = new Table().Border(TableBorder.Rounded).AddColumns("query", "engine", "outcome", "cases", "rows", "queries", "ms", "planted mistake that was noticed");
        foreach (var column in table.Columns.Skip(3).Take(4))
            column.RightAligned();
        foreach (var r in matrix.Results)
        {
            table.AddRow(new Text(r.Query), new Text($"{r.Engine} {(r.Version is null ? "" : ConformanceMatrix.Short(r.Version))}"),
                new Text(r.Outcome.ToString().ToLowerInvariant(), r.Outcome == Outcome.Same ? Color.Green : Color.Red), new Text(Number(r.Cases)), new Text(Number(r.Rows)), new Text(Number(r.Statements)),
                new Text(Number(r.Milliseconds)), new Text(r.Noticed ?? ""));
        }

        terminal.Out.Write(table);
        foreach (var r in matrix.Results.Where(r => r.Outcome != Outcome.Same))
            Terminal.WriteLine(terminal.Out, $"\n{r.Query} on {r.Engine}: {r.Outcome.ToString().ToLowerInvariant()}\n{r.Reason}");
        if (request.Report is not null)
            Terminal.WriteLine(terminal.Out, $"Report: {request.Report}");
    }

    static string Number(long number) => number.ToString("#,0", CultureInfo.InvariantCulture);

    static string Megabytes(long characters) => (characters / 1e6).ToString("0.0", CultureInfo.InvariantCulture);

    ReportFile Page(string path) => path.EndsWith(".html", StringComparison.OrdinalIgnoreCase) ? ReportFile.Create(path, request.Force)
        : throw new BadInputException($"--report writes a page: {path} must end with .html.");
}
