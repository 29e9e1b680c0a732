using SqlHarness.Engines;
using SqlHarness.Tests.Comparisons.PlantedFaults;

namespace SqlHarness.ConformanceTests;

/// <summary>What is planted in two tables on two engines is found by their fingerprints. A class of its own, so that it runs beside the other.</summary>
public class PlantedFaultsBesideDuckDbTests
{
    public static TheoryData<string> Servers => [.. PlantedFaultTests.Servers.Select(s => s.Data), "bigquery"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Every_fault_is_found_by_its_keys_and_columns_and_equal_tables_are_equal(string server)
    {
        await using var workspace = await (await TestedEngine.Of(server).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        await using var duckDb = await Engine.DuckDb().OpenAsync(TestContext.Current.CancellationToken);
        // What stands in for BigQuery takes a minute for the larger tables.
        int[] sizes = server == "bigquery" ? [20] : PlantedFaultTests.Sizes;
        PlantedFaultTests.ShouldAllBeFound(await new FaultRun(workspace, server, duckDb).OfAllTogetherAsync(sizes, TestContext.Current.CancellationToken), server, sizes);
    }
}
