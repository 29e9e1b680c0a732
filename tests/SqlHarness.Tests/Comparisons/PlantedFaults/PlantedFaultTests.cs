using SqlHarness.Comparisons;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Comparisons.PlantedFaults;

/// <summary>A comparison finds what is wrong, all of it, and nothing where nothing is.</summary>
public class PlantedFaultTests(ITestOutputHelper output)
{
    // Once for all tests.
    static readonly Lazy<Task<KillTable>> Run = new(KillTable.RunAsync);

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public async Task Every_fault_is_found_by_its_keys_and_columns_and_equal_tables_are_equal(string engine)
    {
        var table = await Run.Value;
        table.WrongOn(engine).ShouldBeEmpty();
        table.Comparisons(engine).ShouldBeGreaterThan(FaultCatalogue.All.Count * 5);
    }

    // The catalogue has teeth: what others compare by misses some of it.
    [Theory]
    [InlineData("EXCEPT", "a row twice", "a row three times", "a row no longer twice")]
    [InlineData("XOR of hashes", "a row three times", "NULL became a word for it")]
    [InlineData("counts and sums", "two rows exchanged", "a pair that offsets itself in an order", "a pair that offsets itself in a day", "a pair that offsets itself in a region", "a space at the end")]
    [InlineData("inner join, <>", "a row dropped", "a row added", "a row twice", "NULL became 0", "a row without a key changed", "a region missing")]
    public async Task What_others_compare_by_misses_faults(string comparer, params string[] faults) =>
        faults.Except((await Run.Value).MissedBy(comparer).Select(f => f.Name)).ShouldBeEmpty();

    [Fact]
    public async Task Hashes_of_texts_raise_false_alarms() => (await Run.Value).FalseAlarmsOf("XOR of hashes").Select(f => f.Name)
        .ShouldBe(["−0 for 0", "0 for −0", "numbers that became decimals, equal", "numbers that became doubles, equal"], ignoreOrder: true);

    // Else n/a would pass for found.
    [Fact]
    public void What_an_engine_is_said_not_to_store_it_refuses()
    {
        using var workspace = Engine.Sqlite().Open();
        var not = FaultCatalogue.All.Where(f => f.NotOn.Contains("sqlite")).ToList();
        not.Count.ShouldBeInRange(1, 6);
        foreach (var fault in not)
        {
            using var tables = new LoadedTables(workspace);
            var planted = FaultCatalogue.Plant(fault, 20)!;
            Should.Throw<EngineException>(() => (tables.Load(planted.Left, "l"), tables.LoadRight(planted.Right, "r", fault.Right)), fault.Name).Message.ShouldContain(" SQLite ");
        }
    }

    [Fact]
    public async Task A_report_that_is_wrong_in_anything_is_noticed()
    {
        using var workspace = Engine.DuckDb().Open();
        using var tables = new LoadedTables(workspace);
        var planted = FaultCatalogue.Plant(FaultCatalogue.All.Single(f => f.Name == "a row dropped, one added and one changed"), 20)!;
        var found = await Comparison.OfAsync(tables.Load(planted.Left, "l"), tables.Load(planted.Right, "r"), new() { Key = Fault.TableKey }, cancellationToken: TestContext.Current.CancellationToken);
        var changed = planted.Modified.Single().Key;
        Wrong(found, planted).ShouldBeEmpty();
        foreach (var other in new[]
        {
            planted with { Modified = new Dictionary<LineKey, IReadOnlyList<string>>() }, planted with { Modified = new Dictionary<LineKey, IReadOnlyList<string>> { [changed] = [nameof(OrderLine.Region)] } },
            planted with { Modified = new Dictionary<LineKey, IReadOnlyList<string>> { [changed with { Line = 9 }] = planted.Modified[changed] } }, planted with { Added = planted.Removed },
            planted with { Removed = [] }, planted with { NonUniqueKeys = 1 }, planted with { Left = [.. planted.Left.Skip(1)] }, new(planted.Left, planted.Right),
        })
            Wrong(found, other).ShouldNotBeEmpty();
        Wrong(found with { Examples = [] }, planted).ShouldNotBeEmpty();
        Wrong(found with { Verdict = Verdict.Identical }, planted).ShouldNotBeEmpty();

        static List<string> Wrong(TableComparison found, Planted planted) => [.. new FaultCheck(found).WrongCounts([planted]), .. new FaultCheck(found).WrongRows(0, planted)];
    }

    [Fact]
    public void No_two_faults_have_one_name() => FaultCatalogue.All.Select(f => f.Name).ShouldBeUnique();

    /// <summary>SQLHARNESS_APPROVE=1 writes the page, and the diff is reviewed.</summary>
    [Fact]
    public async Task The_page_shows_what_was_run()
    {
        var table = (await Run.Value).Markdown;
        output.WriteLine(table);
        var page = $"""
            # Planted faults

            The comparison is itself tested: each fault below is planted in tables of 20 rows alone, and of 0, 1 and 500 rows among all the others, and the tables
            are compared by the key, in both formulations, and as bags (alone in one of these ways; on SQLite 500 rows not by a full join). *Found* is where the report had the right rows and, by the key, the right columns, and
            nothing else; *equal* where nothing was to be found and nothing was; *n/a* where the engine refuses to store such a value. The columns behind the
            engines are ways to compare that other tools use, on DuckDB and with 20 rows, for contrast.

            The conformance tests plant all of them on PostgreSQL, MariaDB and ClickHouse too, and in two tables of which one is on a server and the other on DuckDB: among each other, in tables of 20 and of 200
            rows; and on what stands in for BigQuery, beside DuckDB, of 20. Of these only MariaDB refuses to store some: NaN and infinities.

            A test makes this page (`SQLHARNESS_APPROVE=1 dotnet test --filter PlantedFaults`) and fails when it is not what was run.


            """.ReplaceLineEndings("\n") + table;
        var file = Path.Combine(Repository.Root, "docs", "planted-faults.md");
        if (Environment.GetEnvironmentVariable("SQLHARNESS_APPROVE") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllTextAsync(file, page, TestContext.Current.CancellationToken);
        }

        page.ShouldBe(await File.ReadAllTextAsync(file, TestContext.Current.CancellationToken), "what was run differs from docs/planted-faults.md; SQLHARNESS_APPROVE=1 dotnet test approves it");
    }
}
