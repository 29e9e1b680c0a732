using SqlHarness.Engines;
using SqlHarness.Tests.Comparisons.PlantedFaults;

namespace SqlHarness.ConformanceTests;

/// <summary>What is planted in a server's tables is found there, all of it, and nothing where nothing is.</summary>
public class PlantedFaultTests
{
    // The engine that stands in for BigQuery refuses a query as deep as a join of so many columns.
    public static TheoryData<string> Servers => ["postgresql", "mariadb", "clickhouse"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Every_fault_is_found_by_its_keys_and_columns_and_equal_tables_are_equal(string server)
    {
        await using var workspace = await (await TestedEngine.Of(server).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        ShouldAllBeFound(await new FaultRun(workspace, server).OfAllTogetherAsync(Sizes, TestContext.Current.CancellationToken), server, Sizes);
    }

    /// <summary>Rows of a small and of a larger table; with more than a hundred faults in each.</summary>
    internal static readonly int[] Sizes = [20, 200];

    internal static void ShouldAllBeFound(IReadOnlyDictionary<Fault, List<string>> reports, string server, int[] sizes)
    {
        reports.SelectMany(r => r.Value.Where(wrong => wrong.Length > 0).Select(wrong => $"{r.Key}: {wrong}")).ShouldBeEmpty();
        FaultCatalogue.All.Count.ShouldBeGreaterThanOrEqualTo(131);
        // Nothing is passed over: every fault was planted, but for those that the engine refuses to store.
        FaultCatalogue.All.Except(reports.Keys).ShouldBe(FaultCatalogue.All.Where(f => f.NotOn.Contains(server)));
        // In tables that are empty no rows can be planted.
        reports.Where(r => r.Value.Count == 0).Select(r => r.Key.Name).ShouldBe(["both sides are empty"]);
        reports.Values.Count(r => r.Count >= sizes.Length).ShouldBe(reports.Count - 1);
    }

    // Else what is not planted would pass for found.
    [Theory]
    [InlineData("postgresql", 0)]
    [InlineData("mariadb", 7)]
    [InlineData("clickhouse", 0)]
    public async Task What_an_engine_is_said_not_to_store_it_refuses(string server, int count)
    {
        await using var workspace = await (await TestedEngine.Of(server).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        var not = FaultCatalogue.All.Where(f => f.NotOn.Contains(server)).ToList();
        not.Count.ShouldBe(count);
        foreach (var fault in not)
        {
            using var tables = new LoadedTables(workspace);
            var planted = FaultCatalogue.Plant(fault, 20)!;
            Should.Throw<EngineException>(() => (tables.Load(planted.Left, "l"), tables.LoadRight(planted.Right, "r", fault.Right)), fault.Name).Message.ShouldEndWith("which MariaDB cannot store.");
        }
    }
}
