using SqlHarness.Comparisons;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>Compares tables with all faults of the catalogue on one engine: each alone, and all in one table, where none must hide another.</summary>
/// <param name="workspace">Where.</param>
/// <param name="engine">What the engine is called in <see cref="Fault.NotOn"/>.</param>
sealed class FaultRun(Workspace workspace, string engine)
{
    readonly Dictionary<Fault, List<string>> _reports = FaultCatalogue.All.Where(f => !f.NotOn.Contains(engine)).ToDictionary(f => f, _ => new List<string>());

    /// <summary>Runs all.</summary>
    /// <returns>For each fault that the engine can store what was wrong with each comparison's report, in words; empty where nothing was.</returns>
    public async Task<IReadOnlyDictionary<Fault, List<string>>> OfAllAsync(CancellationToken cancellationToken)
    {
        foreach (var (i, fault) in _reports.Keys.Index())
        {
            // Both sides empty is nothing that rows can be planted in.
            var planted = FaultCatalogue.Plant(fault, 20) ?? FaultCatalogue.Plant(fault, 0)!;
            await CompareAsync([fault], [planted], Ways[(i % 3)..(i % 3 + 1)], cancellationToken);
        }
        await TogetherAsync(0, Ways, cancellationToken);
        await TogetherAsync(1, Ways, cancellationToken);
        // SQLite goes through all pairs of rows in a full join: many rows in one table take minutes.
        await TogetherAsync(500, engine == "sqlite" ? Ways[1..] : Ways, cancellationToken);
        return _reports;
    }

    /// <summary>By the key in both formulations, and as bags.</summary>
    static readonly (bool IsKeyed, RowFormulation Formulation)[] Ways = [(true, RowFormulation.FullJoin), (true, RowFormulation.UnionAndGroup), (false, RowFormulation.FullJoin)];

    async Task TogetherAsync(int size, (bool IsKeyed, RowFormulation Formulation)[] ways, CancellationToken cancellationToken)
    {
        foreach (var alike in _reports.Keys.GroupBy(f => (Key: string.Join(' ', f.Key), f.Right)))
        {
            var fitting = alike.Select(f => (Fault: f, Planted: FaultCatalogue.Plant(f, size))).Where(f => f.Planted is not null).ToList();
            if (fitting.Count > 0)
                await CompareAsync([.. fitting.Select(f => f.Fault)], [.. fitting.Select((f, shop) => f.Planted!.In(shop))], ways, cancellationToken);
        }
    }

    /// <summary>Compares tables that hold these faults, each in a shop of its own.</summary>
    async Task CompareAsync(IReadOnlyList<Fault> faults, IReadOnlyList<Planted> planted, IReadOnlyList<(bool IsKeyed, RowFormulation Formulation)> ways, CancellationToken cancellationToken)
    {
        using var tables = new LoadedTables(workspace);
        var left = tables.Load(planted.SelectMany(p => p.Left), "l");
        var right = tables.LoadRight([.. planted.SelectMany(p => p.Right)], "r", faults[0].Right);
        foreach (var (isKeyed, formulation) in ways)
        {
            List<Planted> expected = [.. planted.Select(p => isKeyed ? p : p.AsBags())];
            var options = new ComparisonOptions { Key = isKeyed ? faults[0].Key : [], Formulation = formulation, Examples = 2 * expected.Sum(p => p.Modified.Count + p.Added.Count + p.Removed.Count) + 1 };
            var check = new FaultCheck(await Comparison.OfAsync(left, right, options, cancellationToken: cancellationToken));
            var counts = check.WrongCounts(expected).ToList();
            foreach (var (shop, fault) in faults.Index())
            {
                List<string> wrong = [.. counts, .. check.WrongRows(shop, expected[shop])];
                _reports[fault].Add(wrong.Count == 0 ? "" : $"{engine}, {formulation} by ({string.Join(", ", options.Key)}), {faults.Count} faults, {planted[shop].Left.Count} rows: {string.Join("; ", wrong)}");
            }
        }
    }
}
