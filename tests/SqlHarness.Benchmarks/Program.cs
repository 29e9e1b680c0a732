using System.Globalization;
using System.Runtime.InteropServices;
using SqlHarness.Benchmarks;

if (args is [CommandBenchmarks.ByHandVerb, var sql])
{
    CommandBenchmarks.ByHand(sql);
    return 0;
}

// Large sizes run by hand: `dotnet run -c Release --project tests/SqlHarness.Benchmarks -- full [design | compare]`, `-- servers`, `-- published`. CI runs the small ones against loose bounds.
var (full, design, servers, compare, published) = (args.Contains("full"), args.Contains("design"), args.Contains("servers"), args.Contains("compare"), args.Contains("published"));
if (args.Any(a => a is not ("full" or "design" or "servers" or "compare" or "published")))
{
    await Console.Error.WriteLineAsync("Usage: SqlHarness.Benchmarks [full] [design | compare] | servers [compare] | published; without words, small sizes and loose bounds; compare measures comparisons alone; servers measures those that fixtures/engines/up.sh starts, and nothing else; published compares 25 million rows of 29 columns.");
    return 2;
}

var (duck, lite, rounds, loose) = full ? (10_000_000, 1_000_000, compare ? 7 : 3, false) : (200_000, 50_000, servers ? 3 : 5, true);

Console.WriteLine($"{Environment.ProcessorCount} cores, {RuntimeInformation.FrameworkDescription}, medians of {rounds}, in turn.");
Console.WriteLine();
Console.WriteLine("| what | ours, ms | against | ms | ratio | bound | |");
Console.WriteLine("|---|--:|---|--:|--:|--:|---|");
var missed = 0;
foreach (var r in servers ? (compare ? [] : ServerBenchmarks.All(1_000_000, rounds)).Concat(ServerBenchmarks.Comparisons(1_000_000, rounds)) : published ? CompareAcross.Published(25_000_000) : compare ? Comparisons() : Ratios().Concat(Comparisons()))
{
    missed += r.Holds ? 0 : 1;
    Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"| {r.What} | {r.OursMs:0.##} | {r.Theirs} | {r.TheirsMs:0.##} | {(r.Value < 0.1 ? r.Value.ToString("0.0000", CultureInfo.InvariantCulture) : r.Value.ToString("0.00", CultureInfo.InvariantCulture))} | {r.Bound:0.0##} | {(r.Holds ? "" : "missed")} |"));
}

return missed == 0 ? 0 : 1;

// One after the other, so that each row is printed when it is measured.
IEnumerable<Ratio> Ratios()
{
    yield return ClientBenchmarks.Translation(loose);
    yield return PrintBenchmarks.NewShapes(loose);
    yield return PrintBenchmarks.Port(rounds, loose);
    yield return ClientBenchmarks.LoadSqlite(lite, rounds, loose);
    yield return ClientBenchmarks.LoadDuckDb(lite, rounds, loose);
    yield return ClientBenchmarks.Objects(lite, rounds, loose);
    foreach (var ratio in SessionizeBenchmarks.Sqlite(lite, rounds, loose).Concat(SessionizeBenchmarks.DuckDb(duck, rounds, loose)))
        yield return ratio;
    foreach (var ratio in LiftBenchmarks.Sessionize(full ? 10_000 : 1_000, rounds, loose))
        yield return ratio;
    yield return MutationBenchmarks.Sessionize(full ? 1_000 : 200, loose);
    foreach (var ratio in CommandBenchmarks.Sessionize(duck, rounds, loose))
        yield return ratio;
    if (design)
        yield return SessionizeBenchmarks.Design(full ? 1_000_000 : 20_000);
}

IEnumerable<Ratio> Comparisons() => CompareBenchmarks.TwoEngines(duck, rounds, loose).Prepend(CompareBenchmarks.OneEngine(duck, rounds, loose)).Concat(CommandBenchmarks.Compare(duck, rounds, loose));
