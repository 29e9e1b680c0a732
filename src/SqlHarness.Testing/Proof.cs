using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Shrinking;

namespace SqlHarness.Testing;

/// <summary>One run of the pipeline: all cases in a batch, then the smallest failing one alone, then smaller ones in batches, then the report.</summary>
sealed class Proof<TRow, TResult>(ProofPlan<TRow, TResult> plan, IRunner<TRow, TResult> runner, CaseList<TRow> cases, CancellationToken cancelled) where TRow : class
{
    // Of cases that fail together, how many are tried alone before the fault is put down to their being together.
    const int TriedAlone = 5;

    public async Task<Proven> ProveAsync()
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancelled);
        // A timer of no time would race with a proof that is quick.
        if (plan.TimeLimit > TimeSpan.Zero)
            limit.CancelAfter(plan.TimeLimit);
        else
            await limit.CancelAsync().ConfigureAwait(false);
        var batch = cases.Cases.Select(plan.Kind.Numbered).ToList();
        if (!plan.MayExpectNothing && batch.TrueForAll(c => c.Rows.Count == 0))
            throw new ProofFailedException($"{plan.Name}: no case has a row, which proves nothing.");
        Judgement<TRow> judgement;
        try
        {
            judgement = await JudgeAsync(batch, stopAtError: true, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (TimeIsUp(e))
        {
            throw new TimeoutException($"{plan.Name} on {runner.Engine}: {batch.Count} cases were not judged within {plan.TimeLimit:c}.", e);
        }

        var failing = judgement.Verdicts.Where(v => !v.Holds).OrderBy(v => v.Case.Rows.Count).ThenBy(v => v.Case.Id).ToList();
        if (failing.Count > 0)
            throw await ReportAsync(judgement, batch, failing, limit.Token).ConfigureAwait(false);
        return !plan.MayExpectNothing && judgement.Verdicts.All(v => v.Difference!.EqualRows.Count == 0)
            ? throw new ProofFailedException($"{plan.Name} on {runner.Engine}: no row is expected of any of {batch.Count} cases, which proves nothing.")
            : new(plan.Name, runner.Engine, batch.Count, batch.Sum(c => (long)c.Rows.Count), runner.OneByOne);
    }

    bool TimeIsUp(OperationCanceledException _) => !cancelled.IsCancellationRequested;

    async Task<ProofFailedException> ReportAsync(Judgement<TRow> judgement, List<Case<TRow>> batch, List<Verdict<TRow>> failing, CancellationToken token)
    {
        var (original, sql, failsAlone) = (failing[0].Case, judgement.Sql, (bool?)null);
        var shrunk = new Shrunk<TRow>(failing[0], 0, 0, IsComplete: false);
        try
        {
            failsAlone = false;
            foreach (var candidate in failing.Take(TriedAlone))
            {
                var alone = await AloneAsync(candidate.Case.Rows, token).ConfigureAwait(false);
                if (alone.Verdicts[0].Holds)
                    continue;
                (original, sql, failsAlone) = (candidate.Case, alone.Sql, true);
                shrunk = new(alone.Verdicts[0], 0, 0, IsComplete: false);
                shrunk = await Shrinker.ShrinkAsync(plan.Kind, alone.Verdicts[0], async c => (await JudgeAsync(c, stopAtError: false, token).ConfigureAwait(false)).Verdicts, TimeIsUp).ConfigureAwait(false);
                var again = await AloneAsync(shrunk.Smallest.Case.Rows, token).ConfigureAwait(false);
                // A candidate may have failed only beside the others of its round: then the case as generated is reported, which is known to fail alone.
                (shrunk, sql) = again.Verdicts[0].Holds ? (new(alone.Verdicts[0], 0, 0, IsComplete: false), alone.Sql) : (shrunk with { Smallest = again.Verdicts[0] }, again.Sql);
                break;
            }
        }
        catch (OperationCanceledException e) when (TimeIsUp(e))
        {
            // What was shrunk has not been run alone yet.
            failsAlone = failsAlone == true && shrunk.Rounds == 0 ? true : null;
        }

        return new(ReportText.Of(new Counterexample<TRow>
        {
            Property = plan.Name, Broken = plan.Claim.Broken, Code = plan.Code, Kind = plan.Kind, Engine = runner.Engine, Cases = cases, Failing = failing.Count,
            IsFailingAtLeast = judgement.Verdicts.Count < batch.Count, Original = original, Shrunk = shrunk, Sql = sql, FailsAlone = failsAlone, OneByOne = runner.OneByOne,
        }), shrunk.Smallest.Error);
    }

    Task<Judgement<TRow>> AloneAsync(IReadOnlyList<TRow> rows, CancellationToken token) => JudgeAsync([plan.Kind.Numbered(rows, 0)], stopAtError: true, token);

    /// <summary>Judges a batch. If it has no answer, halves it until the cases without one stand alone; with <paramref name="stopAtError"/> only until the first does.</summary>
    async Task<Judgement<TRow>> JudgeAsync(IReadOnlyList<Case<TRow>> batch, bool stopAtError, CancellationToken token)
    {
        try
        {
            return await plan.Claim.JudgeAsync(runner, plan.Query, batch, token).ConfigureAwait(false);
        }
        catch (Exception e) when (e is not (OperationCanceledException or EngineException or ProofFailedException))
        {
            token.ThrowIfCancellationRequested();
            if (batch.Count == 1)
                return new([new() { Case = batch[0], Error = e }], "");
            var half = batch.Count / 2;
            var first = await JudgeAsync([.. batch.Take(half)], stopAtError, token).ConfigureAwait(false);
            if (stopAtError && first.Verdicts.Any(v => v.Error is not null))
                return first;
            var second = await JudgeAsync([.. batch.Skip(half)], stopAtError, token).ConfigureAwait(false);
            Judgement<TRow> both = new([.. first.Verdicts, .. second.Verdicts], first.Sql);
            return both.Verdicts.Any(v => (v.Error ?? v.AgreedError) is not null) ? both
                : throw new ProofFailedException($"{plan.Name} has no answer on {runner.Engine} for {batch.Count} cases together, though for either half of them: {e.Message}", e);
        }
    }
}
