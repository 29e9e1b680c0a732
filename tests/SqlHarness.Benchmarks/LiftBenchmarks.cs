using System.Diagnostics;
using SqlHarness.Engines;
using SqlHarness.Sessions;
using SqlHarness.Testing.Cases;
using SqlHarness.Testing.Runs;

namespace SqlHarness.Benchmarks;

/// <summary>All cases of a plain entity by one lifted statement, against one by one as a test would do it: clear, load, query, each through linq2db.</summary>
static class LiftBenchmarks
{
    const int RowsPerCase = 20;

    // One by one is slow, so a sample of the cases is run and scaled.
    const int MostAlone = 500;

    public static IEnumerable<Ratio> Sessionize(int cases, int rounds, bool loose)
    {
        yield return Measure("SQLite", () => Engine.Sqlite(), cases, rounds, loose ? 1.0 : 1.0 / 10);
        yield return Measure("DuckDB", () => Engine.DuckDb(), cases, rounds, loose ? 1.0 / 10 : 1.0 / 200);
    }

    static Ratio Measure(string name, Func<Engine> engine, int cases, int rounds, double bound)
    {
        var random = new Random(1);
        var start = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);
        List<(int Id, InputCase Case)> all = [.. Enumerable.Range(0, cases).Select(id => (id, new InputCase([
            (IReadOnlyList<object>)[.. Enumerable.Range(0, RowsPerCase).Select(i => new UserEvent { EventId = i, UserId = random.Next(4), EventTime = start.AddMinutes(random.Next(300)) })]])))];
        var sample = all.Take(MostAlone).ToList();
        using var lifted = new Opened(engine());
        using var alone = new Opened(engine());
        var (ours, theirs) = (new List<double>(), new List<double>());
        // The first round of each translates and warms up.
        for (var round = 0; round <= rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            lifted.Run(all, (workspace, query) => workspace.RunAsync(query));
            var (first, _) = (watch.Elapsed.TotalMilliseconds, 0);
            watch.Restart();
            foreach (var one in sample)
                alone.Run([one], (workspace, query) => workspace.RunAloneAsync(query));
            if (round == 0)
                continue;
            ours.Add(first);
            theirs.Add(watch.Elapsed.TotalMilliseconds * cases / sample.Count);
        }

        return new($"{name}, sessionize {cases:N0} cases of {RowsPerCase} rows", "lifted", "one by one", Ratio.Median(ours), Ratio.Median(theirs), bound);
    }

    sealed class Opened(Engine engine) : IDisposable
    {
        readonly CaseWorkspace _workspace = CaseWorkspace.OpenAsync(engine, [typeof(UserEvent)]).GetAwaiter().GetResult();

        public void Run(List<(int Id, InputCase Case)> cases, Func<CaseWorkspace, IQueryable<Sessionized<UserEvent, long?>>, Task<Answer<Sessionized<UserEvent, long?>>>> run)
        {
            _workspace.ClearAsync().GetAwaiter().GetResult();
            _workspace.LoadAsync(cases).GetAwaiter().GetResult();
            var answer = run(_workspace, SessionQueries.SessionizedEvents(_workspace.Table<UserEvent>(0))).GetAwaiter().GetResult();
            if (answer.Results.Count != cases.Count)
                throw new InvalidOperationException($"{cases.Count} cases have {answer.Results.Count} answers.");
        }

        public void Dispose() => _workspace.DisposeAsync().AsTask().GetAwaiter().GetResult();
    }
}
