using System.Text.Json;
using LinqToDB.Mapping;
using SqlHarness.Cli.Compare;
using SqlHarness.Comparisons;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Cli.Compare;

/// <summary>What engines answer, shown.</summary>
public class EngineComparisonTests
{
    [Table("visits")]
    public sealed class Visit
    {
        [Column("id")] public long Id { get; set; }
        [Column("is_new")] public bool? IsNew { get; set; }
        [Column("at")] public DateTime? At { get; set; }
        [Column("price", Precision = 18, Scale = 2)] public decimal? Price { get; set; }
    }

    static readonly DateTime Noon = new(2024, 2, 29, 12, 0, 0, DateTimeKind.Utc);

    static readonly Visit[] Visits = [new() { Id = 1, IsNew = true, At = Noon, Price = 1.5m }, new() { Id = 2, IsNew = false, At = Noon, Price = null }, new() { Id = 3, IsNew = null, At = null, Price = 3m }];

    static async Task<TableComparison> CompareAsync(Engine engine, IEnumerable<Visit> right, ComparisonOptions options)
    {
        await using var workspace = await engine.OpenAsync(TestContext.Current.CancellationToken);
        var (l, r) = (workspace.Load(Visits, "l"), workspace.Load(right, "r"));
        ComparedSide Side(LinqToDB.ITable<Visit> table) => ComparedSide.Of(workspace.Connection, table.Select(v => new { id = v.Id, is_new = v.IsNew, at = v.At, price = v.Price }), table.TableName);
        return await Comparison.OfAsync(Side(l), Side(r), options, cancellationToken: TestContext.Current.CancellationToken);
    }

    public static TheoryData<string> Engines => ["duckdb", "sqlite"];

    static Engine Named(string name) => name == "duckdb" ? Engine.DuckDb() : Engine.Sqlite();

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Truth_values_times_and_decimals_are_shown_as_such(string engine)
    {
        var compared = await CompareAsync(Named(engine), [new() { Id = 1, IsNew = false, At = Noon.AddMicroseconds(1), Price = 1.5m }, Visits[1], new() { Id = 4, IsNew = true, At = Noon, Price = 2.25m }], new() { Key = ["id"] });
        OrderComparison.Printed(compared).ShouldStartWith("different: 1 of 3 rows modified, 1 added, 1 removed\n");
        OrderComparison.Printed(compared).ShouldContain("""
            │ id │ column │ left                       │ right                      │
            ├────┼────────┼────────────────────────────┼────────────────────────────┤
            │ 1  │ is_new │ true                       │ false                      │
            │    │ at     │ 2024-02-29 12:00:00.000000 │ 2024-02-29 12:00:00.000001 │
            """);
        var examples = JsonDocument.Parse(ComparisonJson.Of(compared, Mask.None)).RootElement.GetProperty("examples");
        examples.EnumerateArray().Select(e => JsonSerializer.Serialize(e.GetProperty(e.GetProperty("change").GetString() == "added" ? "right" : "left"))).ShouldBe(
        [
            """{"id":1,"is_new":true,"at":"2024-02-29T12:00:00.000000Z","price":1.5}""", """{"id":3,"is_new":null,"at":null,"price":3}""", """{"id":4,"is_new":true,"at":"2024-02-29T12:00:00.000000Z","price":2.25}""",
        ]);
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Equal_tables_are_identical(string engine) =>
        Headline.Of(await CompareAsync(Named(engine), Visits, new() { Key = ["id"] })).ShouldBe("identical: 3 rows, 4 columns");

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task What_is_ignored_is_in_the_ledger_and_in_no_row(string engine)
    {
        var compared = await CompareAsync(Named(engine), [new() { Id = 1, IsNew = false, At = Noon, Price = 1.5m }, .. Visits.Skip(1)], new() { Key = ["id"], Ignored = ["is_new"] });
        Headline.Of(compared).ShouldBe("equal within the rules: 3 rows; 'ignored' on is_new hid differences in 1 row");
        ComparisonJUnit.Of(compared, Mask.None).ShouldContain("<skipped message=\"ignored; 1 row differs\" />");
    }
}
