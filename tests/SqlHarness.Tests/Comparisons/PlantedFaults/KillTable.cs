using System.Text;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>Which faults are found, by whom: what was run, as a table.</summary>
/// <param name="reports">By engine, the reports of <see cref="FaultRun"/>.</param>
/// <param name="wrong">By the name of a wrong comparer, the faults that it sees.</param>
sealed class KillTable(IReadOnlyDictionary<string, IReadOnlyDictionary<Fault, List<string>>> reports, IReadOnlyDictionary<string, IReadOnlySet<Fault>> wrong)
{
    /// <summary>Runs all on the embedded engines.</summary>
    public static async Task<KillTable> RunAsync()
    {
        (string Name, Engine Engine)[] engines = [("sqlite", Engine.Sqlite()), ("duckdb", Engine.DuckDb())];
        var runs = engines.ToDictionary(e => e.Name, e => Task.Run(async () =>
        {
            await using var workspace = await e.Engine.OpenAsync();
            return await new FaultRun(workspace, e.Name).OfAllAsync(CancellationToken.None);
        }));
        await Task.WhenAll(runs.Values);
        await using var duckDb = await Engine.DuckDb().OpenAsync();
        return new(runs.ToDictionary(r => r.Key, r => r.Value.Result), WrongComparer.All.ToDictionary(c => c.Name,
            IReadOnlySet<Fault> (c) => FaultCatalogue.All.Where(f => c.Differ(duckDb, Small(f), f.Right)).ToHashSet()));
    }

    /// <summary>What was wrong with an engine's reports, fault by fault.</summary>
    public IReadOnlyList<string> WrongOn(string engine) => [.. reports[engine].SelectMany(r => r.Value.Where(text => text.Length > 0).Select(text => $"{r.Key}: {text}"))];

    /// <summary>How many comparisons were made on an engine.</summary>
    public int Comparisons(string engine) => reports[engine].Values.Sum(r => r.Count);

    /// <summary>The faults that a wrong comparer misses.</summary>
    public IReadOnlyList<Fault> MissedBy(string comparer) => [.. FaultCatalogue.All.Where(f => !Small(f).IsEqual && !wrong[comparer].Contains(f))];

    /// <summary>The equal tables in which a wrong comparer sees a difference.</summary>
    public IReadOnlyList<Fault> FalseAlarmsOf(string comparer) => [.. FaultCatalogue.All.Where(f => Small(f).IsEqual && wrong[comparer].Contains(f))];

    /// <summary>As a table in Markdown.</summary>
    public string Markdown
    {
        get
        {
            var text = new StringBuilder("| planted | to be reported |");
            foreach (var name in reports.Keys.Concat(wrong.Keys))
                text.Append($" {name} |");
            text.Append('\n').Append("|---|---|").Append(string.Concat(reports.Keys.Concat(wrong.Keys).Select(_ => "---|"))).Append('\n');
            foreach (var fault in FaultCatalogue.All)
            {
                var isEqual = Small(fault).IsEqual;
                text.Append($"| {fault.Name} | {Small(fault).Said} |");
                foreach (var run in reports.Values)
                    text.Append(run.TryGetValue(fault, out var of) ? $" {(isEqual ? "equal" : "found")} {of.Count(r => r.Length == 0)}/{of.Count} |" : " n/a |");
                foreach (var seen in wrong.Values)
                    text.Append((isEqual, seen.Contains(fault)) switch { (false, true) => " found |", (false, false) => " **missed** |", (true, true) => " **false alarm** |", _ => " equal |" });
                text.Append('\n');
            }

            return text.ToString();
        }
    }

    static Planted Small(Fault fault) => FaultCatalogue.Plant(fault, 20) ?? FaultCatalogue.Plant(fault, 0)!;
}
