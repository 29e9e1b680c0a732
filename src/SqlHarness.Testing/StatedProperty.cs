using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Coverage;
using SqlHarness.Testing.Mutation;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing;

/// <summary>A query and what is claimed of it, ready to be checked.</summary>
public sealed class StatedProperty<TResult>
{
    internal StatedProperty(ProofPlan<TResult> plan) => Plan = plan;

    internal ProofPlan<TResult> Plan { get; }

    /// <summary>Checks it on every engine; what was proven on each.</summary>
    /// <exception cref="ProofFailedException">It does not hold for some case, or no case asks for anything; the message is the report.</exception>
    /// <exception cref="TimeoutException">The time limit passed before the cases were judged.</exception>
    /// <exception cref="EngineException">An engine cannot be opened, or cannot hold a table.</exception>
    public IReadOnlyList<Proven> Check() => CheckAsync().GetAwaiter().GetResult();

    /// <summary>The same, to be awaited and cancelled.</summary>
    public async Task<IReadOnlyList<Proven>> CheckAsync(CancellationToken cancellationToken = default)
    {
        List<Proven> proven = [];
        DrawnCases? drawn = null;
        foreach (var engine in Plan.Settings.Engines)
        {
            var runner = new LiftedRunner<TResult>(engine, Plan.Tables);
            await using var _ = runner.ConfigureAwait(false);
            // The same cases for every engine: they come from the mapping and the statement, which mean the same on each.
            drawn ??= await Plan.DrawAsync(await runner.OpenAsync(cancellationToken).ConfigureAwait(false), engine.Name, cancellationToken).ConfigureAwait(false);
            proven.Add(await new Proof<TResult>(Plan, runner, drawn, cancellationToken).ProveAsync().ConfigureAwait(false));
        }

        return proven;
    }

    /// <summary>Asks which situations of the query its cases reach: <c>.Cover().ShouldBeComplete()</c>.</summary>
    public CoverageOf<TResult> Cover() => new(Plan);

    /// <summary>Changes the query in one small place at a time, to see whether this property would notice: <c>.Mutate().ShouldAllBeKilled()</c>.</summary>
    public MutationOf<TResult> Mutate() => new(Plan with { Settings = Plan.Settings with { Steered = Plan.Settings.Given is null } });
}
