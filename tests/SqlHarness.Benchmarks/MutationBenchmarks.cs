using System.Diagnostics;
using SqlHarness.Engines;
using SqlHarness.Sessions;
using SqlHarness.Testing;

namespace SqlHarness.Benchmarks;

/// <summary>The mutants of sessionize over cases of twenty rows, scaled to a hundred mutants, against the time that one waits for them.</summary>
static class MutationBenchmarks
{
    const double WaitsMs = 20_000;

    public static Ratio Sessionize(int cases, bool loose)
    {
        var query = Harness.For<UserEvent, Sessionized<UserEvent, long?>>(SessionQueries.SessionizedEvents).Sized(20, 20).Cases(cases, 1).On(Engine.Sqlite());
        var property = query.Against(events => SessionizeReference.Of(events, e => e.UserId, e => e.EventTime, e => (long?)e.EventId, new()));
        var watch = Stopwatch.StartNew();
        property.Check();
        var proven = watch.Elapsed.TotalMilliseconds;
        watch.Restart();
        var last = (At: proven, Done: 0);
        property.Mutate().Reporting(new Told(done => last = (watch.Elapsed.TotalMilliseconds, done))).RunAsync().GetAwaiter().GetResult();
        return new($"SQLite, 100 mutants over {cases:N0} cases of 20 rows", "mutants", "20 s", last.At * 100 / last.Done, WaitsMs, loose ? 2 : 1);
    }

    sealed class Told(Action<int> told) : IProgress<Testing.Mutation.MutationProgress>
    {
        public void Report(Testing.Mutation.MutationProgress value) => told(value.Done);
    }
}
