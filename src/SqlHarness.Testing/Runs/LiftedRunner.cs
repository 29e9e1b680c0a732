using System.Data.Common;
using SqlHarness.Engines;
using SqlHarness.Tables;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Statements;
using SqlHarness.Testing.Statements.Mutation;

namespace SqlHarness.Testing.Runs;

/// <summary>
/// Answers all cases of a batch by one statement; a case that is asked for alone runs alone, by the statement as it is. Some cases of each query's first batch are run again alone and
/// must agree: a wrong lift would otherwise pass for a wrong query. What cannot be lifted runs case by case, and says so.
/// </summary>
/// <param name="engine">The engine; one workspace serves all batches.</param>
/// <param name="tables">The entity types of the query's tables.</param>
sealed class LiftedRunner<TResult>(Engine engine, IReadOnlyList<Type> tables) : IAsyncDisposable
{
    readonly HashSet<QueryOver<TResult>> _checked = [];
    CaseWorkspace? _workspace;
    IReadOnlyList<Case>? _loaded;

    public string Engine => engine.Name;

    /// <summary>How many cases of a query's first batch run again alone: spread over the batch, the largest among them.</summary>
    public int CheckedAlone { get; init; } = 4;

    /// <summary>Why cases run one by one and not by one statement, in a sentence; null where they do not.</summary>
    public string? OneByOne { get; private set; }

    /// <summary>How many lifted statements ran.</summary>
    public int Statements => _workspace?.Statements ?? 0;

    /// <summary>How many cases ran alone.</summary>
    public int RunAlone => _workspace?.RunAlone ?? 0;

    /// <summary>The query's answer for each case.</summary>
    /// <param name="query">The query.</param>
    /// <param name="cases">The cases; the same list again is not loaded again.</param>
    /// <param name="alone">Whether each case is to be run alone, by the statement as it is.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="ProofFailedException">A lifted statement answered otherwise than the statement itself: the lift or the engine is at fault, and not the query.</exception>
    public async Task<Answer<TResult>> RunAsync(QueryOver<TResult> query, IReadOnlyList<Case> cases, bool alone, CancellationToken cancellationToken)
    {
        var workspace = await OpenAsync(cancellationToken).ConfigureAwait(false);
        if (alone || OneByOne is not null)
            return await AloneAsync(workspace, query, cases, cancellationToken).ConfigureAwait(false);
        Answer<TResult> answer;
        try
        {
            await LoadAsync(workspace, cases, cancellationToken).ConfigureAwait(false);
            answer = await workspace.RunAsync(query(Tables(workspace)), cancellationToken).ConfigureAwait(false);
        }
        catch (CannotLiftException e)
        {
            OneByOne = e.Message;
            return await AloneAsync(workspace, query, cases, cancellationToken).ConfigureAwait(false);
        }
        catch (DbException e) when (!cancellationToken.IsCancellationRequested)
        {
            // Without a row there is nothing in the data that could fail: then it is the lifted statement that the engine does not take.
            if (!await IsRefusedAsync(workspace, query, cancellationToken).ConfigureAwait(false))
                throw;
            OneByOne = $"{engine.Name} does not take the lifted statement: {e.Message.Split('\n')[0].Trim()}";
            return await AloneAsync(workspace, query, cases, cancellationToken).ConfigureAwait(false);
        }

        if (_checked.Add(query))
            await CheckAsync(workspace, query, cases, answer, cancellationToken).ConfigureAwait(false);
        return answer;
    }

    /// <summary>The mutants of a query; each is told by its place.</summary>
    public async Task<IReadOnlyList<Mutant>> MutantsAsync(QueryOver<TResult> query, CancellationToken cancellationToken)
    {
        var workspace = await OpenAsync(cancellationToken).ConfigureAwait(false);
        IReadOnlyList<Mutant>? found = null;
        return workspace.Mutated((statement, values) => found ??= Mutants.Of(statement, values), () =>
        {
            workspace.SqlOf(query(Tables(workspace)));
            return found ?? [];
        });
    }

    /// <summary>The answer of a query's mutant for each case, by one statement.</summary>
    public async Task<Answer<TResult>> RunMutantAsync(QueryOver<TResult> query, IReadOnlyList<Case> cases, int mutant, CancellationToken cancellationToken)
    {
        var workspace = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await LoadAsync(workspace, cases, cancellationToken).ConfigureAwait(false);
        return await workspace.MutatedAsync((statement, values) => Mutants.Of(statement, values)[mutant].Apply(), () => workspace.RunAsync(query(Tables(workspace)), cancellationToken)).ConfigureAwait(false);
    }

    /// <summary>What the query's named steps answer for a case that is run alone.</summary>
    public async Task<IReadOnlyList<StepRows>> StepsAsync(QueryOver<TResult> query, InputCase input, CancellationToken cancellationToken)
    {
        var workspace = await OpenAsync(cancellationToken).ConfigureAwait(false);
        await LoadAsync(workspace, [new(0, input)], cancellationToken).ConfigureAwait(false);
        return await StepRunner.RunAsync(workspace, query(Tables(workspace)), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The workspace, opened when it is first asked for.</summary>
    public async Task<CaseWorkspace> OpenAsync(CancellationToken cancellationToken) => _workspace ??= await CaseWorkspace.OpenAsync(engine, tables, cancellationToken).ConfigureAwait(false);

    public ValueTask DisposeAsync() => _workspace?.DisposeAsync() ?? ValueTask.CompletedTask;

    IReadOnlyList<IQueryable> Tables(CaseWorkspace workspace) => [.. tables.Select((_, i) => workspace.Table(i))];

    async Task LoadAsync(CaseWorkspace workspace, IReadOnlyList<Case> cases, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(_loaded, cases))
            return;
        _loaded = null;
        await workspace.ClearAsync(cancellationToken).ConfigureAwait(false);
        await workspace.LoadAsync([.. cases.Select(c => (c.Id, c.Input))], cancellationToken).ConfigureAwait(false);
        _loaded = cases;
    }

    async Task<Answer<TResult>> AloneAsync(CaseWorkspace workspace, QueryOver<TResult> query, IReadOnlyList<Case> cases, CancellationToken cancellationToken)
    {
        List<(int Case, TResult Row)> rows = [];
        var sql = "";
        foreach (var one in cases)
        {
            await LoadAsync(workspace, [one], cancellationToken).ConfigureAwait(false);
            var answer = await workspace.RunAloneAsync(query(Tables(workspace)), cancellationToken).ConfigureAwait(false);
            rows.AddRange(answer.Results[one.Id].Select(r => (one.Id, r)));
            sql = answer.Sql;
        }

        return new(rows.ToLookup(r => r.Case, r => r.Row), sql);
    }

    async Task<bool> IsRefusedAsync(CaseWorkspace workspace, QueryOver<TResult> query, CancellationToken cancellationToken)
    {
        await LoadAsync(workspace, [new(0, new([.. tables.Select(_ => (IReadOnlyList<object>)[])]))], cancellationToken).ConfigureAwait(false);
        try
        {
            await workspace.RunAsync(query(Tables(workspace)), cancellationToken).ConfigureAwait(false);
            return false;
        }
        catch (DbException)
        {
            return true;
        }
    }

    async Task CheckAsync(CaseWorkspace workspace, QueryOver<TResult> query, IReadOnlyList<Case> cases, Answer<TResult> answer, CancellationToken cancellationToken)
    {
        var sample = Enumerable.Range(0, CheckedAlone - 1).Select(i => cases[i * (cases.Count - 1) / Math.Max(1, CheckedAlone - 2)]).Append(cases.MaxBy(c => c.Input.Rows)!).Distinct();
        foreach (var one in sample)
        {
            var alone = await AloneAsync(workspace, query, [one], cancellationToken).ConfigureAwait(false);
            var difference = Bag.Compare(alone.Results[one.Id], answer.Results[one.Id]);
            if (!difference.IsEmpty)
                throw new ProofFailedException($"The lifted statement answers otherwise than the statement itself for case {one.Id} on {engine.Name}: the lift or the engine is at fault, not the query.\n\n{difference}\n\nSQL\n{alone.Sql}\n\nLifted\n{answer.Sql}");
        }
    }
}
