using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Coverage;

/// <summary>
/// Asks which situations of a query's statement its cases reach: each condition true, false and unknown, each boundary, each side of a join; made by
/// <see cref="StatedProperty{TResult}.Cover"/>. It runs on the first of the query's engines.
/// </summary>
public sealed class CoverageOf<TResult>
{
    readonly ProofPlan<TResult> _plan;

    internal CoverageOf(ProofPlan<TResult> plan) => _plan = plan;

    /// <summary>The longest time it may take; by default that of a proof.</summary>
    public CoverageOf<TResult> Within(TimeSpan limit) => new(_plan with { Settings = _plan.Settings with { TimeLimit = limit } });

    /// <summary>Every situation is reached by some case, but for those said to be out of reach.</summary>
    /// <returns>The coverage.</returns>
    /// <exception cref="ProofFailedException">One is not, cannot be measured, or is reached though said to be out of reach; the message is the report.</exception>
    /// <exception cref="TimeoutException">The time limit passed.</exception>
    public CoverageReport ShouldBeComplete()
    {
        var report = RunAsync().GetAwaiter().GetResult();
        return report.IsComplete ? report : throw new ProofFailedException(report.ToString());
    }

    /// <summary>Measures, and judges nothing.</summary>
    /// <exception cref="TimeoutException">The time limit passed.</exception>
    public async Task<CoverageReport> RunAsync(CancellationToken cancellationToken = default)
    {
        using var limit = TimeLimit.Of(_plan.Settings.TimeLimit, cancellationToken);
        var (steered, engine) = (_plan with { Settings = _plan.Settings with { Steered = true } }, _plan.Settings.Engines[0]);
        if (steered.Settings.Given is not null)
            throw new InvalidOperationException($"{_plan.Name}: the coverage of one given case says nothing; take .Given(…) away.");
        try
        {
            var runner = new LiftedRunner<TResult>(engine, steered.Tables);
            await using var _ = runner.ConfigureAwait(false);
            var drawn = await steered.DrawAsync(await runner.OpenAsync(limit.Token).ConfigureAwait(false), engine.Name, limit.Token).ConfigureAwait(false);
            return CoverageReport.Of(_plan.Name, engine.Name, drawn, _plan.Settings.OutOfReach);
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The coverage of {_plan.Name} was not measured within {_plan.Settings.TimeLimit:c}.", e);
        }
    }
}
