using System.Globalization;
using System.Runtime.InteropServices;
using SqlHarness.Benchmarks;

// Large sizes run by hand: `dotnet run -c Release --project tests/SqlHarness.Benchmarks -- full [design]`. CI runs the small ones against loose bounds.
var (full, design) = (args.Contains("full"), args.Contains("design"));
if (args.Any(a => a is not ("full" or "design")))
{
    await Console.Error.WriteLineAsync("Usage: SqlHarness.Benchmarks [full] [design]; without words, small sizes and loose bounds.");
    return 2;
}

var (duck, lite, rounds, loose) = full ? (10_000_000, 1_000_000, 3, false) : (200_000, 50_000, 5, true);
IEnumerable<Ratio> ratios =
[
    ..design ? [SessionizeBenchmarks.Design(full ? 1_000_000 : 20_000)] : Array.Empty<Ratio>(),
    ClientBenchmarks.Translation(loose),
    ClientBenchmarks.LoadSqlite(lite, rounds, loose), ClientBenchmarks.LoadDuckDb(lite, rounds, loose),
    ClientBenchmarks.Objects(lite, rounds, loose),
    ..SessionizeBenchmarks.Sqlite(lite, rounds, loose),
    ..SessionizeBenchmarks.DuckDb(duck, rounds, loose),
];
Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, medians of {rounds}, in turn.");
Console.WriteLine();
Console.WriteLine("| what | ours, ms | against | ms | ratio | bound | |");
Console.WriteLine("|---|--:|---|--:|--:|--:|---|");
var missed = 0;
foreach (var r in ratios)
{
    missed += r.Holds ? 0 : 1;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {r.What} | {r.OursMs:0.##} | {r.Theirs} | {r.TheirsMs:0.##} | {r.Value:0.00} | {r.Bound:0.0#} | {(r.Holds ? "" : "missed")} |"));
}

return missed == 0 ? 0 : 1;
