using System.Collections.Concurrent;
using System.Diagnostics;
using SqlHarness.Engines;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Claims;
using SqlHarness.Testing.Coverage;
using SqlHarness.Testing.Reports;
using SqlHarness.Testing.Runs;
using SqlHarness.Testing.Statements.Mutation;

namespace SqlHarness.Testing.Mutation;

/// <summary>Runs every mutant of a query against every property on one engine: all cases in one statement a mutant.</summary>
/// <param name="plans">The properties, all of one query.</param>
/// <param name="accepted">Mutants that are accepted, by id, each with its reason.</param>
/// <param name="engine">The engine.</param>
sealed class MutationRun<TResult>(IReadOnlyList<ProofPlan<TResult>> plans, IReadOnlyDictionary<string, string> accepted, Engine engine)
{
    // How many times as many cases a survivor is searched with.
    const int LongerSearch = 5;

    readonly ProofPlan<TResult> _first = plans[0];

    public async Task<MutationScore> RunAsync(IProgress<MutationProgress>? progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        var drawn = await ProveAsync(cancellationToken).ConfigureAwait(false);
        var workers = await MutantWorkers<TResult>.OpenAsync(engine, _first.Tables, _first.Query, cancellationToken).ConfigureAwait(false);
        await using var _ = workers.ConfigureAwait(false);

        var mutants = workers.First.Mutants();
        CheckAcceptances(mutants);
        var states = SetAside(workers.First, mutants);
        var cases = WithAnswer(drawn.List.Cases);
        var live = states.Where(s => s.Status is null).ToList();
        for (var property = 0; property < plans.Count; property++)
        {
            var (place, before) = (property, property * live.Count);
            await JudgeAsync(workers, plans[property], cases, live, (state, failing) => state.Note(place, failing),
                (done, mutant) => progress?.Report(new(before + done, plans.Count * live.Count, mutant.Id)), cancellationToken).ConfigureAwait(false);
        }

        await SearchAsync(workers, drawn, [.. live.Where(s => s.Status is null && s.FailingCases.All(f => f == 0) && !accepted.ContainsKey(s.Mutant.Id))], cancellationToken).ConfigureAwait(false);
        var outcomes = states.Select(s => Outcome(s, drawn.Coverage)).ToList();
        var idle = outcomes.Where(o => accepted.ContainsKey(o.Id) && o.Status != MutantStatus.Accepted).ToList();
        return idle.Count == 0 ? new(_first.Name, engine.Name, cases.Count, [.. plans.Select(p => p.Code.Claim)], outcomes, workers.First.Sql(null), watch.Elapsed)
            : throw new ProofFailedException($"{_first.Name}: the mutant {idle[0].Id} ({idle[0].Before}  →  {idle[0].After}) was accepted as one that changes nothing, but it is {Word(idle[0].Status)}; take its .Accept(…) away.");
    }

    // The query itself comes first: where it fails, every mutant would count as noticed.
    async Task<DrawnCases> ProveAsync(CancellationToken cancellationToken)
    {
        DrawnCases? drawn = null;
        foreach (var plan in plans)
        {
            var runner = new LiftedRunner<TResult>(engine, plan.Tables);
            await using var _ = runner.ConfigureAwait(false);
            drawn ??= await plan.DrawAsync(await runner.OpenAsync(cancellationToken).ConfigureAwait(false), engine.Name, cancellationToken).ConfigureAwait(false);
            await new Proof<TResult>(plan, runner, drawn, cancellationToken).ProveAsync().ConfigureAwait(false);
        }

        return drawn!;
    }

    void CheckAcceptances(IReadOnlyList<Mutant> mutants)
    {
        var unknown = accepted.Keys.Except(mutants.Select(m => m.Id)).ToList();
        if (unknown.Count > 0)
            throw new ProofFailedException($"{_first.Name}: {string.Join(", ", unknown)} {(unknown.Count == 1 ? "is" : "are")} accepted, but the query on {engine.Name} has no such mutant any more; take the .Accept(…) away.");
    }

    static List<MutantState> SetAside(MutantRunner<TResult> runner, IReadOnlyList<Mutant> mutants)
    {
        var original = runner.Sql(null);
        return [.. mutants.Select((mutant, place) => SetAside(runner, mutant, place, original))];
    }

    static MutantState SetAside(MutantRunner<TResult> runner, Mutant mutant, int place, string original)
    {
        var state = new MutantState(mutant, place);
        if (mutant.Equivalent is not null)
            return state.Set(MutantStatus.Equivalent, mutant.Equivalent);
        if (mutant.IsFlaky)
            return state.Set(MutantStatus.Flaky, "which rows it takes is not fixed");
        try
        {
            state.Sql = runner.Sql(place);
        }
        catch (Exception e) when (e is not OperationCanceledException)
        {
            // What cannot be written as SQL is not run; it is told, with its reason, and never counts as noticed.
            return state.Set(MutantStatus.Stillborn, FirstLine(e));
        }

        return state.Sql == original ? state.Set(MutantStatus.NotApplied, "its SQL is the query's own") : state;
    }

    // Where the claim itself has no answer, as where its reference overflows, neither query nor mutants have one, and one such case would leave a batch without any.
    List<Case> WithAnswer(IReadOnlyList<InputCase> inputs)
    {
        List<Case> cases = [.. inputs.Select((input, i) => new Case(i, input))];
        foreach (var trial in plans.Select(p => p.Claim.Try(cases)).ToList())
            cases.RemoveAll(c => trial.HasNone(c) is not null);
        return cases;
    }

    static async Task JudgeAsync(
        MutantWorkers<TResult> workers, ProofPlan<TResult> plan, IReadOnlyList<Case> cases, IReadOnlyList<MutantState> live, Action<MutantState, IReadOnlyList<Case>> note, Action<int, Mutant> done,
        CancellationToken cancellationToken)
    {
        var trial = plan.Claim.Try(cases);
        var others = await workers.AskAsync(trial, cancellationToken).ConfigureAwait(false);
        // Computed once, and before several workers ask for it.
        foreach (var one in cases)
            trial.HasNone(one);
        var (count, reporting) = (0, new Lock());
        await workers.ForEachAsync(live, async (runner, state, token) =>
        {
            if (state.Status is null)
                note(state, await FailingAsync(runner, plan, trial, others, cases, state, token).ConfigureAwait(false));
            // One at a time, so that what is told only grows.
            lock (reporting)
                done(++count, state.Mutant);
        }, cancellationToken).ConfigureAwait(false);
    }

    static async Task<IReadOnlyList<Case>> FailingAsync(
        MutantRunner<TResult> runner, ProofPlan<TResult> plan, Trial<TResult> trial, IReadOnlyList<Answer<TResult>> others, IReadOnlyList<Case> cases, MutantState state,
        CancellationToken cancellationToken)
    {
        var run = await runner.RunAsync(state.Place, cancellationToken).ConfigureAwait(false);
        if (run.Refusal is not null)
        {
            state.Set(MutantStatus.Stillborn, FirstLine(run.Refusal));
            return [];
        }

        if (run.Failure is not null)
        {
            // Which case it was is not known in a batch; the claim has an answer for each.
            state.Reason = $"fails on data: {FirstLine(run.Failure)}";
            return [run.Cases[0]];
        }

        var answered = run.Cases.Count == trial.Questions[0].Cases.Count ? cases : [.. cases.Where(c => run.Cases.Any(r => r.Id == c.Id))];
        IReadOnlyList<Answer<TResult>> answers = [run.Answer!, .. others];
        return [.. answered.Where(c => !trial.Agrees(c, answers, plan.Settings))];
    }

    /// <summary>Looks further for a case that shows a survivor: more cases, of another seed. It stays a survivor, but the report has the case.</summary>
    async Task SearchAsync(MutantWorkers<TResult> workers, DrawnCases drawn, IReadOnlyList<MutantState> survivors, CancellationToken cancellationToken)
    {
        if (survivors.Count == 0 || drawn.More is null)
            return;
        var cases = WithAnswer(drawn.More(LongerSearch));
        foreach (var plan in plans)
        {
            var trial = plan.Claim.Try(cases);
            var others = await workers.AskAsync(trial, cancellationToken).ConfigureAwait(false);
            var own = await workers.First.RunAsync(null, cancellationToken).ConfigureAwait(false);
            // A case that the query itself fails on shows nothing of a mutant.
            if (own.Answer is null)
                continue;
            var sound = cases.Where(c => trial.Agrees(c, [own.Answer, .. others], plan.Settings)).ToList();
            var found = new ConcurrentDictionary<MutantState, InputCase>();
            await workers.ForEachAsync([.. survivors.Where(s => s.Example is null)], async (runner, state, token) =>
            {
                var failing = await FailingAsync(runner, plan, trial, others, sound, state, token).ConfigureAwait(false);
                if (failing.MinBy(c => c.Input.Rows) is { } example && state.Reason is null)
                    found[state] = example.Input;
            }, cancellationToken).ConfigureAwait(false);
            // One after the other, in the mutants' order: one case may show several, and is stored once, under the first one's name.
            foreach (var state in survivors.Where(found.ContainsKey))
                state.Example = Shown(drawn, state, found[state]);
        }
    }

    static string Shown(DrawnCases drawn, MutantState state, InputCase example)
    {
        var file = drawn.Folder?.Store(drawn.Tables, example, $"mutant {state.Mutant.Operator}", $"Shows the mutant {state.Mutant.Id}: {state.Mutant.Before} → {state.Mutant.After}.");
        return drawn.Layout.Text(example) + (file is null ? "" : $"\n\nstored as {file}");
    }

    MutantOutcome Outcome(MutantState state, Covered? coverage) => new()
    {
        NeverReached = state.Status is null && state.FailingCases.All(f => f == 0) ? [.. Near(state.Mutant, coverage).Select(g => $"{g.Place}: {g.What}")] : [],
        Id = state.Mutant.Id, Operator = state.Mutant.Operator, Level = state.Mutant.Level, Before = state.Mutant.Before, After = state.Mutant.After, Needs = state.Mutant.Needs, Sql = state.Sql,
        Example = state.Example, FailingCases = state.FailingCases,
        Status = state.Status ?? (state.FailingCases.Any(f => f > 0) ? MutantStatus.Killed : accepted.ContainsKey(state.Mutant.Id) ? MutantStatus.Accepted : MutantStatus.Survived),
        Reason = state.Reason ?? (state.FailingCases.All(f => f == 0) ? accepted.GetValueOrDefault(state.Mutant.Id) : null),
    };

    static IEnumerable<CoverageGoal> Near(Mutant mutant, Covered? coverage) => (coverage?.Missing ?? []).Where(g =>
        g.Level == mutant.Level && (mutant.Before.Contains(g.Place, StringComparison.Ordinal) || g.Place.Contains(mutant.Before, StringComparison.Ordinal)));

    static string Word(MutantStatus status) => status switch
    {
        MutantStatus.Killed => "killed by the tests",
        MutantStatus.Equivalent => "known to be equivalent anyway",
        MutantStatus.NotApplied => "not applied: its SQL is the query's own",
        MutantStatus.Stillborn => "stillborn: the engine does not take it",
        _ => "not counted anyway",
    };

    static string FirstLine(Exception e) => $"{e.GetType().Name}: {e.Message.ReplaceLineEndings("\n").Split('\n')[0]}";
}
