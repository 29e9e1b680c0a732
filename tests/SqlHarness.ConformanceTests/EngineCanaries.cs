using LinqToDB;
using LinqToDB.Data;
using LinqToDB.DataProvider.ClickHouse;
using LinqToDB.DataProvider.MySql;
using LinqToDB.Mapping;
using SqlHarness.Portability;

namespace SqlHarness.ConformanceTests;

/// <summary>What linq2db 6.5.1 or an engine gets wrong without us. Where the wrong answer is gone, our repair may go too.</summary>
public class EngineCanaries
{
    static readonly string Table = $"canaries_{Guid.NewGuid():N}";

    [Fact]
    public async Task MariaDb_divides_whole_numbers_to_fractions()
    {
        await TestedEngine.Of("mariadb").UpAsync();
        var (plain, ours) = await AskAsync(new DataOptions().UseMySql(TestedEngine.MariaDb, MySqlVersion.MariaDB10, MySqlProvider.MySqlConnector), rows => rows.Where(r => r.Whole / 2 == 3).Select(r => r.Id).OrderBy(i => i));
        (plain, ours).ShouldBe(("", "3"));
    }

    [Fact]
    public async Task ClickHouse_divides_whole_numbers_to_fractions()
    {
        await TestedEngine.Of("clickhouse").UpAsync();
        var (plain, ours) = await AskAsync(OnClickHouse(), rows => rows.Where(r => r.Whole / 2 == 3).Select(r => r.Id).OrderBy(i => i));
        (plain, ours).ShouldBe(("", "3"));
    }

    [Fact]
    public async Task ClickHouse_fills_what_an_outer_join_does_not_find_with_zeros()
    {
        await TestedEngine.Of("clickhouse").UpAsync();
        var (plain, ours) = await AskAsync(OnClickHouse(), rows => rows.LeftJoin(rows, (a, b) => a.Id == b.Whole, (a, b) => new { a.Id, Other = (long?)b!.Id }).Where(p => p.Other == null).Select(p => p.Id).OrderBy(i => i));
        (plain, ours).ShouldBe(("", "1, 2"));
    }

    [Fact]
    public async Task ClickHouse_sorts_NULLs_last_in_row_numbers()
    {
        await TestedEngine.Of("clickhouse").UpAsync();
        var (plain, ours) = await AskAsync(OnClickHouse(), rows => rows.Select(r => new { r.Id, Number = Sql.Window.RowNumber(f => f.OrderBy(r.Time).ThenBy(r.Id)) }).Where(r => r.Number == 1).Select(r => r.Id));
        (plain, ours).ShouldBe(("2", "3"));
    }

    [Fact]
    public async Task ClickHouse_takes_times_before_1970_for_the_latest_once_it_compiles()
    {
        await TestedEngine.Of("clickhouse").UpAsync();
        var answers = (Plain: "", Ours: "");
        // It compiles what it has run some times.
        for (var i = 0; i < 6; i++)
            answers = await AskAsync(OnClickHouse(), rows => rows.GroupBy(r => r.Group).Select(g => g.Max(r => r.Time)).Select(t => (long)t!.Value.Year));
        (answers.Plain, answers.Ours).ShouldBe(("1969", "2025"));
    }

    static DataOptions OnClickHouse() => new DataOptions().UseClickHouse(TestedEngine.ClickHouse, ClickHouseProvider.ClickHouseDriver);

    static async Task<(string Plain, string Ours)> AskAsync(DataOptions options, Func<IQueryable<Canary>, IQueryable<long>> question)
    {
        await using var connection = new DataConnection(options);
        var table = connection.CreateTable<Canary>(Table, tableOptions: TableOptions.CheckExistence);
        try
        {
            foreach (var row in new Canary[] { new() { Id = 1, Whole = 4, Time = new(2025, 1, 1) }, new() { Id = 2, Whole = 3, Time = new(1969, 1, 1) }, new() { Id = 3, Whole = 7 } })
                await connection.InsertAsync(row, Table, token: TestContext.Current.CancellationToken);
            var plain = string.Join(", ", question(table));
            await using var repaired = new DataConnection(options.UseSqlHarness());
            return (plain, string.Join(", ", question(repaired.GetTable<Canary>().TableName(Table))));
        }
        finally
        {
            table.Drop();
        }
    }

    [Table]
    sealed record Canary
    {
        [Column] public long Id { get; init; }
        [Column] public long Whole { get; init; }
        [Column] public long Group { get; init; }
        [Column] public DateTime? Time { get; init; }
    }
}
