using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Generation;
using SqlHarness.Testing.Cases.Tables;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Shrinking;
using SqlHarness.Testing.Shrinking.Cases;

namespace SqlHarness.Testing;

/// <summary>A query and what is claimed of it, ready to be checked.</summary>
public sealed class StatedProperty<TResult>
{
    readonly HarnessSettings _settings;
    readonly IReadOnlyList<Type> _tables;
    readonly QueryOver<TResult> _query;
    readonly IClaim<InputRow, TResult> _claim;
    readonly IFactWriter _code;

    internal StatedProperty(HarnessSettings settings, IReadOnlyList<Type> tables, QueryOver<TResult> query, IClaim<InputRow, TResult> claim, IFactWriter code) =>
        (_settings, _tables, _query, _claim, _code) = (settings, tables, query, claim, code);

    /// <summary>Checks it on every engine; what was proven on each.</summary>
    /// <exception cref="ProofFailedException">It does not hold for some case, or no case asks for anything; the message is the report.</exception>
    /// <exception cref="TimeoutException">The time limit passed before the cases were judged.</exception>
    /// <exception cref="EngineException">An engine cannot be opened, or cannot hold a table.</exception>
    public IReadOnlyList<Proven> Check() => CheckAsync().GetAwaiter().GetResult();

    /// <summary>The same, to be awaited and cancelled.</summary>
    public async Task<IReadOnlyList<Proven>> CheckAsync(CancellationToken cancellationToken = default)
    {
        List<Proven> proven = [];
        (CaseList<InputRow> Cases, ICaseReducer<InputCase>? Reducer)? drawn = null;
        foreach (var engine in _settings.Engines)
        {
            var runner = new LiftedRunner<TResult>(engine, _tables);
            await using var _ = runner.ConfigureAwait(false);
            // The same cases for every engine: they come from the mapping and the statement, which mean the same on each.
            drawn ??= Cases(await runner.OpenAsync(cancellationToken).ConfigureAwait(false));
            var kind = new TablesKind([.. _tables.Select(t => (t, t.Name))], new InputRowReducer(drawn.Value.Reducer, _tables.Count));
            var plan = new ProofPlan<InputRow, TResult>(_settings.Name, kind, _query, _claim, _code, _settings.TimeLimit) { MayExpectNothing = _settings.Given is not null };
            proven.Add(await new Proof<InputRow, TResult>(plan, runner, drawn.Value.Cases, cancellationToken).ProveAsync().ConfigureAwait(false));
        }

        return proven;
    }

    (CaseList<InputRow>, ICaseReducer<InputCase>?) Cases(CaseWorkspace workspace)
    {
        if (_settings.Given is { } given)
            return (new([InputRow.Of(given)], null), null);
        var tables = InputTables.Of(workspace.Mapping, _tables, _settings.Rules);
        var constants = workspace.ConstantsOf(_query([.. _tables.Select((_, i) => workspace.Table(i))]));
        var cases = CaseGenerator.Generate(tables, constants, _settings.Budget);
        return (new([.. cases.Select(InputRow.Of)], _settings.Budget.Seed), new InputReducer(tables, constants));
    }
}
