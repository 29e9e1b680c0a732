using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Tables;

namespace SqlHarness.ConformanceTests;

/// <summary>Of a table that is known only by its name every server says what its decimals are, and where NULL can be: else they are not compared, or slower.</summary>
public class DescribedTableTests
{
    [Table("described_prices")]
    sealed class Price
    {
        [Column("id"), PrimaryKey] public long Id { get; set; }
        [Column("price", Precision = 18, Scale = 2)] public decimal Amount { get; set; }
        [Column("discount", Precision = 9, Scale = 3)] public decimal? Discount { get; set; }
    }

    sealed class Described : TableRow;

    public static TheoryData<string> Servers => ["postgresql", "mariadb", "clickhouse"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Decimals_have_their_digits(string engine)
    {
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        var prices = workspace.Load([new Price { Id = 1, Amount = 1.25m, Discount = null }]);
        var shape = await workspace.ShapeOfAsync<Described>("described_prices", prices.SchemaName ?? prices.DatabaseName, TestContext.Current.CancellationToken);
        shape.Columns.Select(c => (c.Name, Nullable.GetUnderlyingType(c.Type) ?? c.Type, Digits(c.DatabaseType))).ShouldBe([("id", typeof(long), ""), ("price", typeof(decimal), "18,2"), ("discount", typeof(decimal), "9,3")]);
        (shape.Column("price").IsNullable, shape.Column("discount").IsNullable).ShouldBe((false, true));
    }

    static string Digits(string? databaseType) => databaseType!.Contains("ecimal", StringComparison.OrdinalIgnoreCase) || databaseType.Contains("numeric", StringComparison.OrdinalIgnoreCase) ? databaseType.Split('(', ')')[1].Replace(" ", "", StringComparison.Ordinal) : "";
}
