using System.Diagnostics;

namespace SqlHarness.Benchmarks;

/// <summary>Ours against another way, in turn, in one run: the ratio of the medians holds when the machine's speed drifts.</summary>
sealed record Ratio(string What, string Ours, string Theirs, double OursMs, double TheirsMs, double? Bound)
{
    public double Value => OursMs / TheirsMs;

    public bool Holds => Bound is null || Value <= Bound;

    public static Ratio Measure(string what, string ours, Action runOurs, string theirs, Action runTheirs, int rounds, double? bound)
    {
        runOurs();
        runTheirs();
        var (a, b) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            a.Add(Time(runOurs));
            b.Add(Time(runTheirs));
        }

        return new(what, ours, theirs, Median(a), Median(b), bound);
    }

    static double Time(Action run)
    {
        GC.Collect();
        var watch = Stopwatch.StartNew();
        run();
        return watch.Elapsed.TotalMilliseconds;
    }

    /// <summary>The middle of some values.</summary>
    public static double Median(List<double> times)
    {
        times.Sort();
        return times[times.Count / 2];
    }
}
