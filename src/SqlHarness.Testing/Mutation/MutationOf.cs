using SqlHarness.Testing.Reports;

namespace SqlHarness.Testing.Mutation;

/// <summary>
/// Changes a query in one small place at a time and asks whether its properties would notice; made by <see cref="StatedProperty{TResult}.Mutate"/>. It runs on the first of the query's engines.
/// </summary>
public sealed class MutationOf<TResult>
{
    readonly IReadOnlyList<ProofPlan<TResult>> _plans;

    internal MutationOf(ProofPlan<TResult> plan) => _plans = [plan];

    MutationOf(MutationOf<TResult> other, IReadOnlyList<ProofPlan<TResult>> plans) => (_plans, Accepted, Limit, Progress, PagePath) = (plans, other.Accepted, other.Limit, other.Progress, other.PagePath);

    Dictionary<string, string> Accepted { get; init; } = [];

    TimeSpan Limit { get; init; } = TimeSpan.FromMinutes(10);

    IProgress<MutationProgress>? Progress { get; init; }

    string? PagePath { get; init; }

    /// <summary>More properties of the same query: the score then tells which of them notices what, and which adds nothing.</summary>
    /// <exception cref="ArgumentException">A property is of another query.</exception>
    public MutationOf<TResult> And(params IReadOnlyList<StatedProperty<TResult>> others) => others.Any(o => o.Plan.Query != _plans[0].Query)
        ? throw new ArgumentException($"Mutants of {_plans[0].Name} cannot be judged by a property of another query.", nameof(others))
        : new(this, [.. _plans, .. others.Select(o => o.Plan with { Settings = Shared(o.Plan.Settings) })]);

    /// <summary>Accepts a mutant that survives because it changes no answer. It is an error once that mutant is killed, or is no longer there.</summary>
    /// <param name="id">The mutant's id, from the report.</param>
    /// <param name="reason">Why it changes nothing: <c>every event has a session</c>.</param>
    public MutationOf<TResult> Accept(string id, string reason) => string.IsNullOrWhiteSpace(reason) ? throw new ArgumentException($"Say why {id} changes nothing.", nameof(reason))
        : new(this, _plans) { Accepted = new(Accepted) { [id] = reason } };

    /// <summary>The longest time it may take; ten minutes by default.</summary>
    public MutationOf<TResult> Within(TimeSpan limit) => new(this, _plans) { Limit = limit };

    /// <summary>Is told of each mutant that was run.</summary>
    public MutationOf<TResult> Reporting(IProgress<MutationProgress> progress) => new(this, _plans) { Progress = progress };

    /// <summary>Writes the score as a page, whether or not it suffices.</summary>
    public MutationOf<TResult> ToPage(string path) => new(this, _plans) { PagePath = path };

    /// <summary>Every mutant that changes an answer is noticed.</summary>
    /// <returns>The score.</returns>
    /// <exception cref="ProofFailedException">One is not, the query itself fails, or an acceptance no longer applies; the message is the report.</exception>
    /// <exception cref="TimeoutException">The time limit passed.</exception>
    public MutationScore ShouldAllBeKilled() => ShouldScore(1);

    /// <summary>At least so many mutants that change an answer are noticed.</summary>
    /// <param name="share">The share, from 0 to 1.</param>
    /// <returns>The score.</returns>
    /// <exception cref="ProofFailedException">Fewer are, the query itself fails, or an acceptance no longer applies; the message is the report.</exception>
    /// <exception cref="TimeoutException">The time limit passed.</exception>
    public MutationScore ShouldScore(double share)
    {
        var score = RunAsync().GetAwaiter().GetResult();
        return score.Killed + score.Survived == 0 ? throw new ProofFailedException($"{score.Headline}: there is none to be killed, which proves nothing.\n\n{score}")
            : score.Share >= share ? score : throw new ProofFailedException(score.ToString());
    }

    /// <summary>Runs the mutants, and judges nothing.</summary>
    /// <exception cref="ProofFailedException">The query itself fails, or an acceptance no longer applies.</exception>
    /// <exception cref="TimeoutException">The time limit passed.</exception>
    public async Task<MutationScore> RunAsync(CancellationToken cancellationToken = default)
    {
        using var limit = TimeLimit.Of(Limit, cancellationToken);
        var (run, last) = (new MutationRun<TResult>(_plans, Accepted, _plans[0].Settings.Engines[0]), (MutationProgress?)null);
        try
        {
            var score = await run.RunAsync(new Told(p =>
            {
                last = p;
                Progress?.Report(p);
            }), limit.Token).ConfigureAwait(false);
            if (PagePath is not null)
                await File.WriteAllTextAsync(PagePath, score.ToHtml(), cancellationToken).ConfigureAwait(false);
            return score;
        }
        catch (OperationCanceledException e) when (!cancellationToken.IsCancellationRequested)
        {
            throw new TimeoutException($"The mutants of {_plans[0].Name} were not done within {Limit:c}{(last is null ? "" : $": {last.Done} of {last.Total} runs were")}.", e);
        }
    }

    // All are judged over the first one's cases, but each by its own idea of what is equal.
    HarnessSettings Shared(HarnessSettings own) => _plans[0].Settings with { Tolerances = own.Tolerances, Key = own.Key, Steps = own.Steps };

    // Progress<T> would report on other threads, later.
    sealed class Told(Action<MutationProgress> told) : IProgress<MutationProgress>
    {
        public void Report(MutationProgress value) => told(value);
    }
}
