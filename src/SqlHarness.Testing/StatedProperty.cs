using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing;

/// <summary>A query and what is claimed of it, ready to be checked.</summary>
public sealed class StatedProperty<TResult>
{
    readonly HarnessSettings _settings;
    readonly IReadOnlyList<Type> _tables;
    readonly ProofPlan<InputRow, TResult> _plan;

    internal StatedProperty(HarnessSettings settings, IReadOnlyList<Type> tables, QueryOver<TResult> query, IClaim<InputRow, TResult> claim, IFactWriter code)
    {
        (_settings, _tables) = (settings, tables);
        _plan = new(settings.Name, new TablesKind([.. tables.Select(t => (t, t.Name))], new Shrinking.RowDropper<InputRow>()), query, claim, code, settings.TimeLimit) { MayExpectNothing = settings.Given is not null };
    }

    /// <summary>Checks it on every engine; what was proven on each.</summary>
    /// <exception cref="ProofFailedException">It does not hold for some case, or no case asks for anything; the message is the report.</exception>
    /// <exception cref="TimeoutException">The time limit passed before the cases were judged.</exception>
    /// <exception cref="EngineException">An engine cannot be opened, or cannot hold a table.</exception>
    public IReadOnlyList<Proven> Check() => CheckAsync().GetAwaiter().GetResult();

    /// <summary>The same, to be awaited and cancelled.</summary>
    public async Task<IReadOnlyList<Proven>> CheckAsync(CancellationToken cancellationToken = default)
    {
        List<Proven> proven = [];
        foreach (var engine in _settings.Engines)
        {
            var runner = new AloneRunner<TResult>(engine, _tables);
            proven.Add(await new Proof<InputRow, TResult>(_plan, runner, Cases(), cancellationToken).ProveAsync().ConfigureAwait(false));
        }

        return proven;
    }

    CaseList<InputRow> Cases() => new([InputRow.Of(_settings.Given!)], null);
}
