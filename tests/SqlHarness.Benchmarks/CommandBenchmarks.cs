using System.Diagnostics;
using System.Globalization;
using DuckDB.NET.Data;
using LinqToDB.Data;
using SqlHarness.Cli.CommandLine;
using SqlHarness.Engines;

namespace SqlHarness.Benchmarks;

/// <summary>The command as a whole process, on files, against the same SQL by hand in a process of its own.</summary>
static class CommandBenchmarks
{
    static readonly TimeSpan Pace = TimeSpan.FromMilliseconds(20);

    // What is installed is compiled ahead, what is built here is not; to measure that, publish it with PublishReadyToRun and name its SqlHarness.Cli.dll.
    static readonly string Command = Environment.GetEnvironmentVariable("SQLHARNESS_COMMAND") ?? typeof(Application).Assembly.Location;

    // A small file takes as long as the command's own start.
    const double StartUp = 12;

    /// <summary>What this program does when it is the other process.</summary>
    public const string ByHandVerb = "by-hand";

    public static IEnumerable<Ratio> Sessionize(int rows, int rounds, bool loose)
    {
        var folder = Directory.CreateTempSubdirectory("sqlharness-benchmark-").FullName;
        try
        {
            var (events, ours, theirs) = (Path.Combine(folder, "events.parquet"), Path.Combine(folder, "ours.parquet"), Path.Combine(folder, "theirs.parquet"));
            using (var workspace = Engine.DuckDb().Open())
            {
                workspace.CreateTable<Event>();
                workspace.Connection.Execute(Event.DuckDb(rows, Shape.Even));
                workspace.Connection.Execute($"COPY (SELECT *, '/page/' || event_id % 1000 AS page, CASE WHEN event_id % 7 = 0 THEN 'spring' END AS campaign FROM events) TO '{events}' (FORMAT parquet)");
            }

            List<double> ourMegabytes = [], theirMegabytes = [];
            yield return Ratio.Measure($"sessionize {rows:N0} rows of Parquet to Parquet", "the command",
                () => ourMegabytes.Add(Run(Command, "sessionize", events, "--user", "user_id", "--time", "event_time", "--id", "event_id", "--out", ours, "--force")),
                "the same SQL by hand, same driver", () => theirMegabytes.Add(Run(typeof(CommandBenchmarks).Assembly.Location, ByHandVerb, HandWritten.FileToFile(events, theirs))), rounds, loose ? StartUp : 1.35);
            yield return new("its peak memory, MB", "the command", "the same", Ratio.Median(ourMegabytes), Ratio.Median(theirMegabytes), loose ? 3 : 1.3);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    /// <summary>Two files of ten columns, equal but for the order of their rows: rows and columns, and how many rows each has.</summary>
    public static IEnumerable<Ratio> Compare(int rows, int rounds, bool loose)
    {
        var folder = Directory.CreateTempSubdirectory("sqlharness-benchmark-").FullName;
        try
        {
            foreach (var (format, bound) in new[] { ("parquet", loose ? StartUp : 1.3), ("csv", loose ? StartUp : 1.3) })
            {
                // A CSV file has no types, and 1 is not 1.0 in it.
                Func<string, string> from = format == "csv" ? file => $"read_csv('{file}', all_varchar = true)" : file => $"'{file}'";
                var (old, now) = (Path.Combine(folder, $"old.{format}"), Path.Combine(folder, $"new.{format}"));
                using (var workspace = Engine.DuckDb().Open())
                {
                    workspace.Connection.Execute($"COPY ({CompareBenchmarks.Rows(rows)}) TO '{old}'");
                    workspace.Connection.Execute($"COPY (SELECT * FROM ({CompareBenchmarks.Rows(rows)}) ORDER BY (order_id * 7919) % 10000019) TO '{now}'");
                }

                List<double> ourMegabytes = [], theirMegabytes = [];
                var what = string.Create(CultureInfo.InvariantCulture, $"compare two {(format == "csv" ? "CSV" : "Parquet")} files of {rows:N0} rows of 10 columns");
                yield return Ratio.Measure(what, "the command", () => ourMegabytes.Add(Run(Command, "compare", old, now, "--key", "order_id")),
                    "the full join and both counts by hand, same driver", () => theirMegabytes.Add(Run(typeof(CommandBenchmarks).Assembly.Location, ByHandVerb, CompareBenchmarks.FullJoin(from(old), from(now)) + $"; SELECT count(*) FROM {from(old)}; SELECT count(*) FROM {from(now)}")), rounds, bound);
                yield return new("its peak memory, MB", "the command", "the same", Ratio.Median(ourMegabytes), Ratio.Median(theirMegabytes), loose ? 3 : 1.3);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    public static void ByHand(string sql)
    {
        using var connection = new DuckDBConnection("DataSource=:memory:");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        do
        {
            while (reader.Read())
                reader.GetValue(0);
        }
        while (reader.NextResult());
    }

    /// <summary>The peak of the process's memory, in megabytes.</summary>
    static double Run(string assembly, params string[] words)
    {
        using var process = Process.Start(new ProcessStartInfo("dotnet", [assembly, .. words]) { RedirectStandardOutput = true })!;
        var output = process.StandardOutput.ReadToEndAsync();
        var peak = 0L;
        while (!process.WaitForExit(Pace))
        {
            try
            {
                process.Refresh();
                peak = Math.Max(peak, process.PeakWorkingSet64);
            }
            catch (InvalidOperationException) when (process.HasExited)
            {
                // It ended between two looks; the look before saw its peak.
            }
        }

        process.WaitForExit();
        return process.ExitCode == 0 ? peak / 1e6 : throw new InvalidOperationException($"{assembly} ended with {process.ExitCode}: {output.Result}");
    }
}
