using System.Collections.Concurrent;
using SqlHarness.Engines;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Testing.Mutation;

/// <summary>Several runners with the same cases, each on a connection of its own, so that as many mutants run at once.</summary>
sealed class MutantWorkers<TResult> : IAsyncDisposable
{
    readonly List<MutantRunner<TResult>> _runners = [];

    MutantWorkers() { }

    /// <summary>One of them, for what is done once.</summary>
    public MutantRunner<TResult> First => _runners[0];

    public static async Task<MutantWorkers<TResult>> OpenAsync(Engine engine, IReadOnlyList<Type> tables, QueryOver<TResult> query, CancellationToken cancellationToken)
    {
        var workers = new MutantWorkers<TResult>();
        try
        {
            for (var i = 0; i < engine.Workers; i++)
                workers._runners.Add(await MutantRunner<TResult>.OpenAsync(engine, tables, query, cancellationToken).ConfigureAwait(false));
            return workers;
        }
        catch
        {
            await workers.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Answers a trial's questions but the first, which is about the mutants, and loads the first one's cases everywhere.</summary>
    public async Task<IReadOnlyList<Answer<TResult>>> AskAsync(Trial<TResult> trial, CancellationToken cancellationToken)
    {
        List<Answer<TResult>> answers = [];
        foreach (var question in trial.Questions.Skip(1))
        {
            await First.LoadAsync(question.Cases, cancellationToken).ConfigureAwait(false);
            answers.Add(await First.OtherAsync(question.Other!, cancellationToken).ConfigureAwait(false));
        }

        foreach (var runner in _runners)
            await runner.LoadAsync(trial.Questions[0].Cases, cancellationToken).ConfigureAwait(false);
        return answers;
    }

    /// <summary>Does something for each of some things, with whichever runner is free.</summary>
    public async Task ForEachAsync<T>(IReadOnlyList<T> things, Func<MutantRunner<TResult>, T, CancellationToken, Task> run, CancellationToken cancellationToken)
    {
        var free = new ConcurrentBag<MutantRunner<TResult>>(_runners);
        await Parallel.ForEachAsync(things, new ParallelOptions { MaxDegreeOfParallelism = _runners.Count, CancellationToken = cancellationToken }, async (thing, token) =>
        {
            var runner = free.TryTake(out var taken) ? taken : throw new InvalidOperationException("More mutants run at once than there are runners.");
            try
            {
                await run(runner, thing, token).ConfigureAwait(false);
            }
            finally
            {
                free.Add(runner);
            }
        }).ConfigureAwait(false);
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var runner in _runners)
            await runner.DisposeAsync().ConfigureAwait(false);
    }
}
