using System.Data.Common;
using System.Diagnostics;
using LinqToDB;
using SqlHarness.Engines;
using SqlHarness.Engines.Dialects;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Conformance;

/// <summary>A case whose results are of a type.</summary>
sealed class ConformanceCase<TResult>(ProofPlan<TResult> plan) : ConformanceCase(plan.Name)
{
    // What is loaded for a planted mistake: the first cases are enough, and a second load of all of them is not.
    const int PlantedCases = 200;

    public override async Task<ConformanceResult> RunAsync(Engine engine, ConformanceSettings? settings, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(engine);
        var own = Plan(settings ?? new());
        var watch = Stopwatch.StartNew();
        var runner = new LiftedRunner<TResult>(engine, own.Tables) { CheckedAlone = (settings ?? new()).CheckedAlone };
        await using var _ = runner.ConfigureAwait(false);
        var result = new ConformanceResult { Query = Name, Engine = engine.Name, Outcome = Outcome.Same };
        string? version = null;
        try
        {
            version = (await runner.OpenAsync(cancellationToken).ConfigureAwait(false)).Version;
            result = result with { Version = version };
            var drawn = await DrawAsync(own, cancellationToken).ConfigureAwait(false)
                ?? await own.DrawAsync(await runner.OpenAsync(cancellationToken).ConfigureAwait(false), engine.Name, cancellationToken).ConfigureAwait(false);
            result = result with { Cases = drawn.List.Cases.Count, Rows = drawn.List.Cases.Sum(c => (long)c.Rows) };
            var proven = await new Proof<TResult>(own, runner, drawn, cancellationToken).ProveAsync().ConfigureAwait(false);
            var noticed = settings?.PlantsMistake ?? true
                ? await new PlantedMistake<TResult>(own, runner).NoticedAsync([.. drawn.Generated.Take(PlantedCases).Select((c, i) => new Case(i, c))], cancellationToken).ConfigureAwait(false) : null;
            return result with { Statements = runner.Statements + runner.RunAlone, Milliseconds = watch.ElapsedMilliseconds, Noticed = noticed, OneByOne = proven.OneByOne };
        }
        catch (Exception e) when (Became(e, version is not null) is { } outcome)
        {
            return result with
            {
                Outcome = outcome, Statements = runner.Statements + runner.RunAlone, Milliseconds = watch.ElapsedMilliseconds, Reason = e.Message, Report = (e as ProofFailedException)?.Report,
            };
        }
    }

    internal override async Task<ConformanceCost> CostAsync(ConformanceSettings settings, CancellationToken cancellationToken)
    {
        var drawn = await DrawAsync(Plan(settings), cancellationToken).ConfigureAwait(false) ?? throw new ProofFailedException($"{Name} is not known to DuckDB, from whose statement cases are counted.");
        var rows = drawn.List.Cases.Sum(c => (long)c.Rows);
        var tables = plan.Tables.Count + 1;
        // All cases, then those that run alone, those in another order, and those of the planted mistake.
        var loads = 1 + settings.CheckedAlone + (drawn.Facts.IsOrdered ? 1 : 0) + (settings.PlantsMistake ? 1 : 0);
        var queries = 1 + settings.CheckedAlone + (drawn.Facts.IsOrdered ? 1 : 0) + (settings.PlantsMistake ? 1 : 0);
        return new(Name, drawn.List.Cases.Count, rows, queries, tables * (1 + 2 * loads), rows * plan.Tables.Average(CharactersOf) is var characters ? (long)characters : 0);
    }

    // The same cases for every engine, from one statement: in another engine's words a constant may be hidden, and no case would stand at its boundary. Null for a query that is only known elsewhere.
    static async Task<DrawnCases?> DrawAsync(ProofPlan<TResult> plan, CancellationToken cancellationToken)
    {
        var workspace = await CaseWorkspace.OpenAsync(Engine.DuckDb(), plan.Tables, cancellationToken).ConfigureAwait(false);
        await using var _ = workspace.ConfigureAwait(false);
        try
        {
            return await plan.DrawAsync(workspace, "duckdb", cancellationToken).ConfigureAwait(false);
        }
        catch (ProofFailedException e) when (e.InnerException is LinqToDBException)
        {
            return null;
        }
    }

    // A literal of each column, and what stands between.
    static double CharactersOf(Type table) => 14 * table.GetProperties().Length + 8;

    ProofPlan<TResult> Plan(ConformanceSettings settings) => plan with
    {
        Settings = plan.Settings with { Budget = settings.Budget, TimeLimit = settings.TimeLimit, Folder = settings.Counterexamples ?? plan.Settings.Folder, Stores = false },
    };

    // What proves nothing anywhere is a mistake in the case, and thrown.
    static Outcome? Became(Exception exception, bool opened) => exception switch
    {
        EngineException when !opened => Outcome.Unavailable,
        EngineException { IsRefusal: true } or DialectException or LinqToDBException => Outcome.Rejected,
        EngineException or DbException => Outcome.Failed,
        ProofFailedException { InnerException: LinqToDBException or DialectException or EngineException { IsRefusal: true }, Report: null } => Outcome.Rejected,
        ProofFailedException { Report: not null, InnerException: DialectException or EngineException { IsRefusal: true } } => Outcome.Rejected,
        ProofFailedException { Report: not null, InnerException: not null } => Outcome.Failed,
        ProofFailedException { Report: not null } => Outcome.Differs,
        TimeoutException => Outcome.Failed,
        _ => null,
    };
}
