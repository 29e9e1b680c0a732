using SqlHarness.Comparisons;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>Compares tables with all faults of the catalogue on one engine, or on two: each alone, and all in one table, where none must hide another.</summary>
/// <param name="workspace">Where the left side is.</param>
/// <param name="engine">What the engine is called in <see cref="Fault.NotOn"/>.</param>
/// <param name="other">Where the right side is, if on another engine.</param>
sealed class FaultRun(Workspace workspace, string engine, Workspace? other = null)
{
    readonly Dictionary<Fault, List<string>> _reports = FaultCatalogue.All.Where(f => !f.NotOn.Contains(engine)).ToDictionary(f => f, _ => new List<string>());

    /// <summary>By the key in both formulations, and as bags. Across engines there is one way by the key; MariaDB has no full join.</summary>
    readonly (bool IsKeyed, RowFormulation Formulation)[] _ways = other is not null || engine == "mariadb" ? Ways[1..] : Ways;

    static readonly (bool IsKeyed, RowFormulation Formulation)[] Ways = [(true, RowFormulation.FullJoin), (true, RowFormulation.UnionAndGroup), (false, RowFormulation.FullJoin)];

    /// <summary>Runs all.</summary>
    /// <returns>For each fault that the engine can store what was wrong with each comparison's report, in words; empty where nothing was.</returns>
    public async Task<IReadOnlyDictionary<Fault, List<string>>> OfAllAsync(CancellationToken cancellationToken)
    {
        foreach (var (i, fault) in _reports.Keys.Index())
        {
            // Both sides empty is nothing that rows can be planted in.
            var planted = FaultCatalogue.Plant(fault, 20) ?? FaultCatalogue.Plant(fault, 0)!;
            var way = i % _ways.Length;
            await CompareAsync([fault], [planted], _ways[way..(way + 1)], cancellationToken);
        }
        await TogetherAsync(0, _ => _ways, cancellationToken);
        await TogetherAsync(1, _ => _ways, cancellationToken);
        // SQLite goes through all pairs of rows in a full join: many rows in one table take minutes.
        await TogetherAsync(500, _ => engine == "sqlite" ? Ways[1..] : _ways, cancellationToken);
        return _reports;
    }

    /// <summary>Runs all among each other in tables of some sizes: for servers, on which each alone takes minutes.</summary>
    /// <returns>As <see cref="OfAllAsync"/>.</returns>
    public async Task<IReadOnlyDictionary<Fault, List<string>>> OfAllTogetherAsync(IEnumerable<int> sizes, CancellationToken cancellationToken)
    {
        // Each way has queries of its own for each pair of tables, whose translation takes longest; most faults are in the first pair.
        foreach (var size in sizes)
            await TogetherAsync(size, pair => pair == 0 ? _ways : _ways[(pair % _ways.Length)..(pair % _ways.Length + 1)], cancellationToken);
        return _reports;
    }

    async Task TogetherAsync(int size, Func<int, (bool IsKeyed, RowFormulation Formulation)[]> ways, CancellationToken cancellationToken)
    {
        foreach (var (pair, alike) in _reports.Keys.GroupBy(f => (Key: string.Join(' ', f.Key), f.Right)).Index())
        {
            var fitting = alike.Select(f => (Fault: f, Planted: FaultCatalogue.Plant(f, size))).Where(f => f.Planted is not null).ToList();
            if (fitting.Count > 0)
                await CompareAsync([.. fitting.Select(f => f.Fault)], [.. fitting.Select((f, shop) => f.Planted!.In(shop))], ways(pair), cancellationToken);
        }
    }

    /// <summary>Compares tables that hold these faults, each in a shop of its own.</summary>
    async Task CompareAsync(IReadOnlyList<Fault> faults, IReadOnlyList<Planted> planted, IReadOnlyList<(bool IsKeyed, RowFormulation Formulation)> ways, CancellationToken cancellationToken)
    {
        using var tables = new LoadedTables(workspace);
        using var others = new LoadedTables(other ?? workspace);
        var left = tables.Load(planted.SelectMany(p => p.Left), "l");
        var right = others.LoadRight([.. planted.SelectMany(p => p.Right)], "r", faults[0].Right);
        foreach (var (isKeyed, formulation) in ways)
        {
            List<Planted> expected = [.. planted.Select(p => isKeyed ? p : p.AsBags())];
            var options = new ComparisonOptions { Key = isKeyed ? faults[0].Key : [], Formulation = formulation, Examples = 2 * expected.Sum(p => p.Modified.Count + p.Added.Count + p.Removed.Count) + 1 };
            var check = new FaultCheck(await Comparison.OfAsync(left, right, options, cancellationToken: cancellationToken), countsKeysOfEqualRows: other is null);
            var counts = check.WrongCounts(expected).ToList();
            foreach (var (shop, fault) in faults.Index())
            {
                List<string> wrong = [.. counts, .. check.WrongRows(shop, expected[shop])];
                _reports[fault].Add(wrong.Count == 0 ? "" : $"{engine}, {(other is null ? formulation : "two engines")} by ({string.Join(", ", options.Key)}), {faults.Count} faults, {planted[shop].Left.Count} rows: {string.Join("; ", wrong)}");
            }
        }
    }
}
