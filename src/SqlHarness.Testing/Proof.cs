using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Cases.Health;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Shrinking;

namespace SqlHarness.Testing;

/// <summary>One run of the pipeline on one engine: all cases in a batch, then the smallest failing one alone, then smaller ones in batches, then the report.</summary>
sealed class Proof<TResult>(ProofPlan<TResult> plan, LiftedRunner<TResult> runner, DrawnCases drawn, CancellationToken cancelled)
{
    // Of cases that fail together, how many are tried alone before the fault is put down to their being together.
    const int TriedAlone = 5;

    // Rows in another physical order cost a statement more; of cases with ties, few are enough.
    const int CheckedForOrder = 100;

    public async Task<Proven> ProveAsync()
    {
        using var limit = TimeLimit.Of(plan.Settings.TimeLimit, cancelled);
        var batch = drawn.List.Cases.Select((input, i) => new Case(i, input)).ToList();
        if (!plan.MayExpectNothing && batch.TrueForAll(c => c.Input.Rows == 0))
            throw new ProofFailedException($"{plan.Name}: no case has a row, which proves nothing.");
        Judgement judgement;
        try
        {
            plan.CheckQueries(await runner.OpenAsync(limit.Token).ConfigureAwait(false), runner.Engine);
            judgement = await JudgeAsync(batch, stopAtError: true, alone: batch.Count == 1, limit.Token).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (TimeIsUp(e))
        {
            throw new TimeoutException($"{plan.Name} on {runner.Engine}: {batch.Count} cases were not judged within {plan.Settings.TimeLimit:c}.", e);
        }

        var failing = judgement.Verdicts.Where(v => !v.Holds).OrderByDescending(v => v.Case.Id < drawn.Stored.Count).ThenBy(v => v.Case.Input.Rows).ThenBy(v => v.Case.Id).ToList();
        if (failing.Count > 0)
        {
            // A query that answers by chance differs from everything: then that is what is to be told.
            await CheckOrderAsync([.. failing.Take(CheckedForOrder).Select(v => v.Case.Input)]).ConfigureAwait(false);
            CheckRepeats(failing);
            throw await ReportAsync(judgement, batch, failing, limit.Token).ConfigureAwait(false);
        }

        await CheckOrderAsync([.. drawn.List.Cases.Where((_, i) => i % Math.Max(1, drawn.List.Cases.Count / CheckedForOrder) == 0)]).ConfigureAwait(false);
        if (!plan.MayExpectNothing)
            CaseHealth.Check($"{plan.Name} on {runner.Engine}", drawn, judgement.Verdicts.Skip(drawn.Stored.Count).Count(v => v.Difference is { EqualRows.Count: > 0 }), plan.Settings.Waivers);
        return new(plan.Name, runner.Engine, batch.Count, batch.Sum(c => (long)c.Input.Rows), runner.Statements, runner.RunAlone, runner.OneByOne);
    }

    // A reference that answers by chance fails here and holds there, and would be put down to the query or to its lift.
    void CheckRepeats(IReadOnlyList<Verdict> failing)
    {
        if (failing.Take(TriedAlone).FirstOrDefault(v => v.Repeats?.Invoke() == false) is { } one)
            throw new ProofFailedException($"{plan.Name} {plan.Claim.Broken} on {runner.Engine}, but what is expected of it is not fixed: asked twice for the same rows, the test's own code ({plan.Code.Claim}) "
                + $"answers differently. Take clock, random numbers and state that outlives a call out of it.\n\nInput: case {one.Case.Id}\n{drawn.Layout.Text(one.Case.Input)}");
    }

    async Task CheckOrderAsync(IReadOnlyList<InputCase> some)
    {
        if (!drawn.Facts.IsOrdered || plan.Claim is RelationClaim<TResult>)
            return;
        var claim = plan with { Claim = OrderClaim.Of<TResult>(), Code = plan.Code.Of(".Determined()"), MayExpectNothing = true };
        await new Proof<TResult>(claim, runner, drawn with { List = drawn.List with { Cases = some }, Stored = [] }, cancelled).ProveAsync().ConfigureAwait(false);
    }

    bool TimeIsUp(OperationCanceledException _) => !cancelled.IsCancellationRequested;

    async Task<ProofFailedException> ReportAsync(Judgement judgement, List<Case> batch, List<Verdict> failing, CancellationToken token)
    {
        var (original, sql, failsAlone) = (failing[0].Case, judgement.Sql, (bool?)null);
        var (shrunk, steps) = (new Reduced<Verdict>(failing[0], 0, 0, IsComplete: false), (IReadOnlyList<StepRows>)[]);
        try
        {
            failsAlone = false;
            foreach (var candidate in failing.Take(TriedAlone))
            {
                var alone = await AloneAsync(candidate.Case.Input, token).ConfigureAwait(false);
                if (alone.Verdicts[0].Holds)
                    continue;
                (original, sql, failsAlone) = (candidate.Case, alone.Sql, true);
                shrunk = new(alone.Verdicts[0], 0, 0, IsComplete: false);
                shrunk = await ShrinkAsync(alone.Verdicts[0], token).ConfigureAwait(false);
                var again = await AloneAsync(shrunk.Smallest.Case.Input, token).ConfigureAwait(false);
                // A candidate may have failed only beside the others of its round: then the case as generated is reported, which is known to fail alone.
                (shrunk, sql) = again.Verdicts[0].Holds ? (new(alone.Verdicts[0], 0, 0, IsComplete: false), alone.Sql) : (shrunk with { Smallest = again.Verdicts[0] }, again.Sql);
                steps = await runner.StepsAsync(plan.Query, shrunk.Smallest.Changed ?? shrunk.Smallest.Case.Input, token).ConfigureAwait(false);
                break;
            }
        }
        catch (OperationCanceledException e) when (TimeIsUp(e))
        {
            // What was shrunk has not been run alone yet.
            failsAlone = failsAlone == true && shrunk.Rounds == 0 ? true : null;
        }

        var failure = new ProofFailedException(new Counterexample
        {
            Steps = steps, References = plan.Settings.Steps,
            Property = plan.Name, Broken = plan.Claim.Broken, Code = plan.Code, Layout = drawn.Layout, Engine = runner.Engine, Cases = drawn.List, Failing = failing.Count,
            IsFailingAtLeast = judgement.Verdicts.Count < batch.Count, Original = original, Shrunk = shrunk, Sql = sql, FailsAlone = failsAlone, OneByOne = runner.OneByOne,
            StoredAs = failsAlone == true ? Store(original, shrunk.Smallest) : null, StoredIn = original.Id < drawn.Stored.Count ? drawn.Stored[original.Id] : null,
        });
        ReportFolder.Write(failure.Report!);
        return failure;
    }

    // A stored case that fails again is not stored smaller: somebody may have written it.
    string? Store(Case original, Verdict smallest) => original.Id < drawn.Stored.Count ? null
        : drawn.Folder?.Store(drawn.Tables, smallest.Case.Input, smallest.Kinds is [var kind, ..] ? kind : "differs", $"{plan.Name} {plan.Claim.Broken} on {runner.Engine}.");

    // Compared with the first failure, not the last: else the reason could wander off step by step.
    async Task<Reduced<Verdict>> ShrinkAsync(Verdict failing, CancellationToken token) => drawn.Reducer is null ? new(failing, 0, 0, IsComplete: true)
        : await new Reduction<InputCase, Verdict>(drawn.Reducer, v => v.Case.Input, inputs => JudgeAsync(inputs, token), v => v.FailsLike(failing)).RunAsync(failing, TimeIsUp).ConfigureAwait(false);

    // No table could hold a case that breaks keys or NOT NULL: an engine would refuse the whole round, and what failed would never be reported.
    async Task<IReadOnlyList<Verdict>> JudgeAsync(IReadOnlyList<InputCase> candidates, CancellationToken token)
    {
        List<Case> valid = [.. candidates.Where(c => drawn.Tables.Validity.Holds(drawn.Tables.Cells(c))).Select((input, i) => new Case(i, input))];
        return valid.Count == 0 ? [] : (await JudgeAsync(valid, stopAtError: false, alone: false, token).ConfigureAwait(false)).Verdicts;
    }

    Task<Judgement> AloneAsync(InputCase input, CancellationToken token) => JudgeAsync([new(0, input)], stopAtError: true, alone: true, token);

    /// <summary>Judges a batch. If it has no answer, halves it until the cases without one stand alone; with <paramref name="stopAtError"/> only until the first does.</summary>
    async Task<Judgement> JudgeAsync(List<Case> batch, bool stopAtError, bool alone, CancellationToken token)
    {
        var trial = plan.Claim.Try(batch);
        try
        {
            List<Answer<TResult>> answers = [];
            foreach (var question in trial.Questions)
                answers.Add(await runner.RunAsync(question.Other ?? plan.Query, question.Cases, alone, token).ConfigureAwait(false));
            var sql = string.Join("\n\n", trial.Questions.Zip(answers, (q, a) => q.Title.Length == 0 ? a.Sql : $"-- {q.Title}\n{a.Sql}"));
            return new([.. batch.Select(c => Judged(c, trial, batch, answers))], sql);
        }
        catch (Exception e) when (e is not (OperationCanceledException or EngineException or ProofFailedException))
        {
            token.ThrowIfCancellationRequested();
            // Of one case, an engine's error is an answer: the claim may have none too.
            if (batch is [var one])
                return new([trial.HasNone(one) is not null && Errors.IsOfData(e) ? new() { Case = one, AgreedError = e } : new() { Case = one, Error = e }], "");
            var half = batch.Count / 2;
            var first = await JudgeAsync([.. batch.Take(half)], stopAtError, alone: half == 1, token).ConfigureAwait(false);
            if (stopAtError && first.Verdicts.Any(v => v.Error is not null))
                return first;
            var second = await JudgeAsync([.. batch.Skip(half)], stopAtError, alone: batch.Count - half == 1, token).ConfigureAwait(false);
            Judgement both = new([.. first.Verdicts, .. second.Verdicts], first.Sql);
            return both.Verdicts.Any(v => (v.Error ?? v.AgreedError) is not null) ? both
                : throw new ProofFailedException($"{plan.Name} has no answer on {runner.Engine} for {batch.Count} cases together, though for either half of them: {e.Message}", e);
        }
    }

    Verdict Judged(Case one, Trial<TResult> trial, List<Case> batch, IReadOnlyList<Answer<TResult>> answers)
    {
        var verdict = trial.Judge(one, answers, plan.Settings);
        return verdict.Difference is null && trial.HasNone(one) is null ? verdict : verdict with { Repeats = () => plan.Claim.Try(batch).ExpectsAs(trial, one, answers) };
    }

    // The verdicts of one batch, and the statements that were judged.
    sealed record Judgement(IReadOnlyList<Verdict> Verdicts, string Sql);
}
