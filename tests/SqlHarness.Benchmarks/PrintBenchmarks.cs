using System.Diagnostics;
using SqlHarness.Engines.Dialects;
using SqlHarness.Sessions;

namespace SqlHarness.Benchmarks;

/// <summary>Printing, against what it may take.</summary>
static class PrintBenchmarks
{
    /// <summary>Queries of a shape that was never printed, a dialect: every combination of sessionize's options.</summary>
    public static Ratio NewShapes(bool loose)
    {
        SessionizeOptions[] shapes =
        [
            .. from formulation in Enum.GetValues<Formulation>()
               from boundary in Enum.GetValues<GapBoundary>()
               from precision in Enum.GetValues<GapPrecision>()
               from cut in Enum.GetValues<CalendarCut>()
               select new SessionizeOptions { Formulation = formulation, Boundary = boundary, Precision = precision, Cut = cut },
        ];
        var times = new List<double>();
        // The first of each dialect compiles linq2db.
        foreach (var (shape, isFirst) in shapes.Select((s, i) => (s, i == 0)))
        {
            foreach (var dialect in Dialect.All)
            {
                var watch = Stopwatch.StartNew();
                _ = dialect.Print<UserEvent, Sessionized<UserEvent, long?>>(events => events.Sessionize(e => e.UserId, e => e.EventTime, e => e.EventId, shape));
                if (!isFirst)
                    times.Add(watch.Elapsed.TotalMilliseconds);
            }
        }

        return new("a new query shape printed, one dialect", "printed", "12 ms", times.Average(), 12, loose ? 4 : 1);
    }

    /// <summary>The command, a whole process: all of our queries in all dialects.</summary>
    public static Ratio Port(int rounds, bool loose)
    {
        var output = Directory.CreateTempSubdirectory("sqlharness-port").FullName;
        var times = new List<double>();
        for (var round = 0; round <= rounds; round++)
        {
            var watch = Stopwatch.StartNew();
            using var process = Process.Start(new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "SqlHarness.Cli.dll"), "port", "--to", "all", "--out", output, "--force"]) { RedirectStandardOutput = true })!;
            process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            if (process.ExitCode != 0)
                throw new InvalidOperationException($"port ended with {process.ExitCode}.");
            if (round > 0)
                times.Add(watch.Elapsed.TotalMilliseconds);
        }

        Directory.Delete(output, recursive: true);
        return new("`sqlharness port --to all`, all our queries, whole process", "port", "2 s", Ratio.Median(times), 2000, loose ? 3 : 1);
    }
}
