using LinqToDB;
using LinqToDB.Mapping;

namespace SqlHarness.ConformanceTests;

/// <summary>What is loaded is what is read, to the last digit, on every engine; and what is compared with a value in a query is that value.</summary>
public class RoundTripTests
{
    static readonly Every[] Rows =
    [
        new() { Id = 1, Number = int.MinValue, Whole = long.MinValue + 1, Truth = true, Text = "O'Brien \\ \"x\" `y` %_ \t\r\n{0}?@p", Time = Time(1970, 1, 1, 0), Price = -123456789012.345678m, Key = Guid.Parse("00000000-0000-0000-0000-00000000000a"), Real = 0.1 },
        new() { Id = 2, Number = int.MaxValue, Whole = long.MaxValue, Truth = false, Text = "", Time = Time(1969, 12, 31, 999_999), Price = 0.000001m, Key = Guid.Parse("ffffffff-ffff-ffff-ffff-ffffffffffff"), Real = -1e300 },
        new() { Id = 3, Number = 0, Whole = 0, Truth = true, Text = "é ß İ 😀\uFFFD z ", Time = Time(2250, 7, 4, 1), Price = 999999999999.999999m, Key = Guid.Parse("10000000-0000-0000-0000-000000000001"), Real = 123.456 },
        new() { Id = 4, Number = -1 },
    ];

    public static TheoryData<string> Engines => TestedEngine.Names;

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task Values_come_back_as_they_were(string engine)
    {
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        var table = workspace.Load(Rows);
        var read = table.OrderBy(r => r.Id).ToList();
        read.ShouldBe(Rows);
        read.Where(r => r.Time is not null).ShouldAllBe(r => r.Time!.Value.Kind == DateTimeKind.Utc);
        foreach (var row in Rows.Where(r => r.Time is not null))
        {
            var (time, text, key, price, whole) = (row.Time, row.Text, row.Key, row.Price, row.Whole);
            table.Where(r => r.Time == time && r.Text == text && r.Key == key && r.Price == price && r.Whole == whole).Select(r => r.Id).ToList().ShouldBe([row.Id], row.ToString());
        }

        table.Where(r => r.Key != null).OrderBy(r => r.Key).Select(r => r.Id).ToList().ShouldBe([1, 3, 2]);
        table.Where(r => r.Text == "é ß İ 😀\uFFFD z").Select(r => r.Id).ToList().ShouldBeEmpty();
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task A_load_that_fails_leaves_no_row(string engine)
    {
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        var table = workspace.CreateTable<Every>();
        var rows = Enumerable.Range(0, 30_000).Select(i => new Every { Id = i, Text = new string('x', 40), Price = i == 29_999 ? 1.2345678m : 1m });
        (await Should.ThrowAsync<SqlHarness.Engines.EngineException>(() => workspace.LoadAsync(table, rows, TestContext.Current.CancellationToken))).Message
            .ShouldBe("Row 30000, column price: 1.2345678 is finer than the column's 6 digits after the point.");
        table.Count().ShouldBe(0);
        (await workspace.LoadAsync(table, Rows, TestContext.Current.CancellationToken)).ShouldBe(4);
    }

    static DateTime Time(int year, int month, int day, int micros) => new DateTime(year, month, day, 23, 59, 58, DateTimeKind.Utc).AddTicks(micros * TimeSpan.TicksPerMicrosecond);

    [Table("every_type")]
    sealed record Every
    {
        [Column("id"), PrimaryKey] public required long Id { get; init; }
        [Column("number")] public int Number { get; init; }
        [Column("whole")] public long? Whole { get; init; }
        [Column("truth")] public bool? Truth { get; init; }
        [Column("text_value")] public string? Text { get; init; }
        [Column("moment")] public DateTime? Time { get; init; }
        [Column("price", Precision = 18, Scale = 6)] public decimal? Price { get; init; }
        [Column("guid_value")] public Guid? Key { get; init; }
        [Column("real_value")] public double? Real { get; init; }
    }
}
