using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Statements;
using SqlHarness.Testing.Statements.Mutation;

namespace SqlHarness.Testing.Mutation;

/// <summary>
/// Runs a query's mutants over cases that are loaded once: one statement a mutant. A second workspace, without any case, tells a mutant that the engine does not take from one that
/// fails on data, and runs case by case what cannot be lifted.
/// </summary>
sealed class MutantRunner<TResult> : IAsyncDisposable
{
    // Case by case a mutant costs a thousand times more: it is killed by few cases, or not worth waiting for.
    const int MostAlone = 100;

    readonly QueryOver<TResult> _query;
    readonly int _tables;
    readonly CaseWorkspace _full, _bare;
    IReadOnlyList<Case>? _loaded;

    MutantRunner(QueryOver<TResult> query, int tables, CaseWorkspace full, CaseWorkspace bare) => (_query, _tables, _full, _bare) = (query, tables, full, bare);

    public static async Task<MutantRunner<TResult>> OpenAsync(Engine engine, IReadOnlyList<Type> tables, QueryOver<TResult> query, CancellationToken cancellationToken)
    {
        var full = await CaseWorkspace.OpenAsync(engine, tables, cancellationToken).ConfigureAwait(false);
        try
        {
            return new(query, tables.Count, full, await CaseWorkspace.OpenAsync(engine, tables, cancellationToken).ConfigureAwait(false));
        }
        catch
        {
            await full.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>The mutants; each is told by its place.</summary>
    public IReadOnlyList<Mutant> Mutants()
    {
        IReadOnlyList<Mutant>? found = null;
        Sql(_bare, (statement, values) => found ??= Statements.Mutation.Mutants.Of(statement, values));
        return found ?? [];
    }

    /// <summary>The query's SQL, or that of a mutant.</summary>
    public string Sql(int? mutant) => Sql(_bare, Change(mutant));

    /// <summary>Loads cases in the place of those that are loaded.</summary>
    public async Task LoadAsync(IReadOnlyList<Case> cases, CancellationToken cancellationToken)
    {
        if (ReferenceEquals(_loaded, cases))
            return;
        _loaded = null;
        await _full.ClearAsync(cancellationToken).ConfigureAwait(false);
        await _full.LoadAsync([.. cases.Select(c => (c.Id, c.Input))], cancellationToken).ConfigureAwait(false);
        _loaded = cases;
    }

    /// <summary>The answer of another query over the loaded cases.</summary>
    public async Task<Answer<TResult>> OtherAsync(QueryOver<TResult> other, CancellationToken cancellationToken)
    {
        try
        {
            return await _full.RunAsync(other(Tables(_full)), cancellationToken).ConfigureAwait(false);
        }
        catch (CannotLiftException)
        {
            var alone = await AloneAsync(other, null, _loaded!, cancellationToken).ConfigureAwait(false);
            return alone.Answer ?? throw new ProofFailedException($"The query that mutants are compared with has no answer for case {alone.Cases[0].Id}: {alone.Failure!.Message}", alone.Failure);
        }
    }

    /// <summary>The answers of a mutant, or of the query itself, over the loaded cases.</summary>
    /// <param name="mutant">Its place; null for the query itself.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public async Task<MutantAnswer<TResult>> RunAsync(int? mutant, CancellationToken cancellationToken)
    {
        try
        {
            return new(_loaded!, await With(_full, mutant, () => _full.RunAsync(_query(Tables(_full)), cancellationToken)).ConfigureAwait(false), null, null);
        }
        catch (CannotLiftException)
        {
            return await AloneAsync(mutant, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            // Where there is no row, nothing in the data can be at fault.
            if (await ErrorAsync(mutant, lifted: true, cancellationToken).ConfigureAwait(false) is null)
                return new(_loaded!, null, e, null);
            return await ErrorAsync(mutant, lifted: false, cancellationToken).ConfigureAwait(false) is { } refused ? new([], null, null, refused)
                : await AloneAsync(mutant, cancellationToken).ConfigureAwait(false);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _bare.DisposeAsync().ConfigureAwait(false);
        await _full.DisposeAsync().ConfigureAwait(false);
    }

    async Task<MutantAnswer<TResult>> AloneAsync(int? mutant, CancellationToken cancellationToken)
    {
        if (await ErrorAsync(mutant, lifted: false, cancellationToken).ConfigureAwait(false) is { } refused)
            return new([], null, null, refused);
        return await AloneAsync(_query, mutant, [.. _loaded!.Take(MostAlone)], cancellationToken).ConfigureAwait(false);
    }

    async Task<MutantAnswer<TResult>> AloneAsync(QueryOver<TResult> query, int? mutant, IReadOnlyList<Case> cases, CancellationToken cancellationToken)
    {
        List<(int Case, TResult Row)> rows = [];
        var sql = "";
        foreach (var one in cases)
        {
            await _bare.LoadAsync([(one.Id, one.Input)], cancellationToken).ConfigureAwait(false);
            try
            {
                var answer = await With(_bare, mutant, () => _bare.RunAloneAsync(query(Tables(_bare)), cancellationToken)).ConfigureAwait(false);
                rows.AddRange(answer.Results[one.Id].Select(r => (one.Id, r)));
                sql = answer.Sql;
            }
            catch (Exception e) when (e is not OperationCanceledException && !cancellationToken.IsCancellationRequested)
            {
                return new([one], null, Failure: e, null);
            }
            finally
            {
                await _bare.ClearAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }

        return new(cases, new(rows.ToLookup(r => r.Case, r => r.Row), sql), null, null);
    }

    // The error of a statement over no rows.
    async Task<Exception?> ErrorAsync(int? mutant, bool lifted, CancellationToken cancellationToken)
    {
        try
        {
            if (lifted)
                await With(_bare, mutant, () => _bare.RunAsync(_query(Tables(_bare)), cancellationToken)).ConfigureAwait(false);
            else
            {
                await _bare.LoadAsync([(0, new([.. Enumerable.Range(0, _tables).Select(_ => (IReadOnlyList<object>)[])]))], cancellationToken).ConfigureAwait(false);
                await With(_bare, mutant, () => _bare.RunAloneAsync(_query(Tables(_bare)), cancellationToken)).ConfigureAwait(false);
            }

            return null;
        }
        catch (Exception e) when (e is not OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return e;
        }
        finally
        {
            await _bare.ClearAsync(CancellationToken.None).ConfigureAwait(false);
        }
    }

    static Task<T> With<T>(CaseWorkspace workspace, int? mutant, Func<Task<T>> run) => workspace.MutatedAsync(Change(mutant), run);

    string Sql(CaseWorkspace workspace, StatementChange? change) => workspace.Mutated(change, () => workspace.SqlOf(_query(Tables(workspace))));

    static StatementChange? Change(int? mutant) => mutant is { } place ? (statement, values) => Statements.Mutation.Mutants.Of(statement, values)[place].Apply() : null;

    IReadOnlyList<IQueryable> Tables(CaseWorkspace workspace) => [.. Enumerable.Range(0, _tables).Select(workspace.Table)];
}
