using LinqToDB;
using LinqToDB.Data;
using SqlHarness.Portability;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Portability;

/// <summary>linq2db takes a window's answer for NOT NULL where its argument is: <c>== null</c> becomes false, and <c>??</c> vanishes.</summary>
public class WindowCanaries
{
    sealed record Windowed(int Id, double? Answer);

    static IQueryable<Windowed> Windows(IQueryable<Reading> readings, string function) => function switch
    {
        "LAG" => readings.Select(r => new Windowed(r.Id, (int?)Sql.Window.Lag(r.Value, w => w.OrderBy(r.Id)))),
        "LAG by two" => readings.Select(r => new Windowed(r.Id, (int?)Sql.Window.Lag(r.Value, 2, w => w.OrderBy(r.Id)))),
        "LEAD" => readings.Select(r => new Windowed(r.Id, (int?)Sql.Window.Lead(r.Value, w => w.OrderBy(r.Id)))),
        "FIRST_VALUE" => readings.Select(r => new Windowed(r.Id, (int?)Sql.Window.FirstValue(r.Value, w => w.OrderBy(r.Id).RowsBetween.ValuePreceding(2).And.ValuePreceding(1)))),
        "LAST_VALUE" => readings.Select(r => new Windowed(r.Id, (int?)Sql.Window.LastValue(r.Value, w => w.OrderBy(r.Id).RowsBetween.ValuePreceding(2).And.ValuePreceding(1)))),
        "NTH_VALUE" => readings.Select(r => new Windowed(r.Id, (int?)Sql.Window.NthValue(r.Value, 2L, w => w.OrderBy(r.Id)))),
        "SUM" => readings.Select(r => new Windowed(r.Id, (int?)Sql.Window.Sum(r.Value, w => w.OrderBy(r.Id).RowsBetween.ValuePreceding(2).And.ValuePreceding(1)))),
        "MIN" => readings.Select(r => new Windowed(r.Id, (int?)Sql.Window.Min(r.Value, w => w.OrderBy(r.Id).RowsBetween.ValuePreceding(2).And.ValuePreceding(1)))),
        "MAX" => readings.Select(r => new Windowed(r.Id, (int?)Sql.Window.Max(r.Value, w => w.OrderBy(r.Id).RowsBetween.ValuePreceding(2).And.ValuePreceding(1)))),
        "AVG" => readings.Select(r => new Windowed(r.Id, (double?)Sql.Window.Average(r.Value, w => w.OrderBy(r.Id).RowsBetween.ValuePreceding(2).And.ValuePreceding(1)))),
        "STDDEV" => readings.Select(r => new Windowed(r.Id, (double?)Sql.Window.StdDev(r.Value, w => w.OrderBy(r.Id).RowsBetween.ValuePreceding(3).And.ValuePreceding(1)))),
        "older LAG" => readings.Select(r => new Windowed(r.Id, (int?)Sql.Ext.Lag(r.Value).Over().OrderBy(r.Id).ToValue())),
        "older MAX" => readings.Select(r => new Windowed(r.Id, (int?)Sql.Ext.Max(r.Value).Over().OrderBy(r.Id).Rows.Between.ValuePreceding(2).And.ValuePreceding(1).ToValue())),
        _ => throw new ArgumentOutOfRangeException(nameof(function), function, "Not a window function of this test."),
    };

    [Theory]
    [InlineData("LAG", "1")]
    [InlineData("LAG by two", "1 2")]
    [InlineData("LEAD", "3")]
    [InlineData("FIRST_VALUE", "1")]
    [InlineData("LAST_VALUE", "1")]
    [InlineData("NTH_VALUE", "1")]
    [InlineData("SUM", "1")]
    [InlineData("MIN", "1")]
    [InlineData("MAX", "1")]
    [InlineData("AVG", "1")]
    [InlineData("STDDEV", "1 2", "duckdb")]
    [InlineData("older LAG", "1")]
    [InlineData("older MAX", "1")]
    public void A_window_over_a_not_null_column_can_be_null(string function, string nulls, params string[] engines)
    {
        foreach (var engine in engines is [] ? ["sqlite", "duckdb"] : engines)
        {
            var (plain, ours) = Canary.Ask(engine, Canary.Readings, readings =>
                Canary.Ids(() => Windows(readings, function).AsSubQuery().Where(x => x.Answer == null).Select(x => x.Id).ToList().Order()));
            plain.ShouldBe("", $"{function} on {engine}");
            ours.ShouldBe(nulls, $"{function} on {engine}");
        }
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void A_default_for_a_window_that_is_null_is_kept(string engine)
    {
        var (plain, ours) = Canary.Ask(engine, Canary.Readings, readings =>
            readings.Select(r => new { r.Id, Previous = (int?)Sql.Window.Lag(r.Value, w => w.OrderBy(r.Id)) ?? -1 }).OrderBy(x => x.Id).ToList().Select(x => x.Previous));
        plain.ShouldBe([0, 10, 20]);
        ours.ShouldBe([-1, 10, 20]);
    }

    static int[] InOrderOfRank(IQueryable<Reading> readings) =>
        [.. readings.Select(r => new { r.Id, Number = Sql.Window.RowNumber(w => w.OrderBy(r.Rank)) }).AsSubQuery().OrderBy(x => x.Number).Select(x => x.Id)];

    static int[] AgainstRank(IQueryable<Reading> readings) =>
        [.. readings.Select(r => new { r.Id, Number = Sql.Window.RowNumber(w => w.OrderByDesc(r.Rank)) }).AsSubQuery().OrderBy(x => x.Number).Select(x => x.Id)];

    static int[] InOlderOrderOfRank(IQueryable<Reading> readings) =>
        [.. readings.Select(r => new { r.Id, Number = Sql.Ext.RowNumber().Over().OrderBy(r.Rank).ToValue() }).AsSubQuery().OrderBy(x => x.Number).Select(x => x.Id)];

    [Fact]
    public void Null_is_the_smallest_value_in_windows()
    {
        var (plain, ours) = Canary.Ask("duckdb", Canary.Readings, InOrderOfRank);
        plain.ShouldBe([1, 3, 2]);
        ours.ShouldBe([2, 1, 3]);
        (plain, ours) = Canary.Ask("duckdb", Canary.Readings, InOlderOrderOfRank);
        plain.ShouldBe([1, 3, 2]);
        ours.ShouldBe([2, 1, 3]);
        // The embedded engines put it last by themselves here; PostgreSQL, for one, does not.
        Canary.Ask("duckdb", Canary.Readings, AgainstRank).Ours.ShouldBe([3, 1, 2]);
    }

    [Fact]
    public void A_default_position_of_nulls_does_not_reach_windows()
    {
        using var plain = new DataConnection(new DataOptions().UseDuckDB("DataSource=:memory:").UseDefaultNullsPosition(Sql.NullsPosition.First));
        InOrderOfRank(plain.With(Canary.Readings)).ShouldBe([1, 3, 2]);
    }

    [Fact]
    public void A_default_position_of_nulls_that_was_set_before_does_not_count()
    {
        using var ours = new DataConnection(new DataOptions().UseDuckDB("DataSource=:memory:").UseDefaultNullsPosition(Sql.NullsPosition.Last).UseSqlHarness());
        InOlderOrderOfRank(ours.With(Canary.Readings)).ShouldBe([2, 1, 3]);
    }

    [Fact]
    public void Maximum_and_minimum_over_windows_are_for_numbers_only()
    {
        var types = typeof(WindowFunctionBuilder).GetMethods().Where(m => m.Name is "Max" or "Min").Select(m => m.GetParameters()[1].ParameterType).ToList();
        types.Count.ShouldBe(28);
        types.Select(t => Nullable.GetUnderlyingType(t) ?? t).ShouldAllBe(t => t.IsPrimitive || t == typeof(decimal));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void The_older_maximum_of_times_is_never_null_and_is_refused_for_ours(string engine)
    {
        static List<int> Older(IQueryable<Reading> readings) =>
            [.. readings.Select(r => new { r.Id, Latest = (DateTime?)Sql.Ext.Max(r.Time).Over().OrderBy(r.Id).Rows.Between.ValuePreceding(2).And.ValuePreceding(1).ToValue() })
                .AsSubQuery().Where(x => x.Latest == null).Select(x => x.Id)];
        using var plain = Canary.Plain(engine);
        Older(plain.With(Canary.Readings)).ShouldBe([]);

        using var workspace = EngineCases.Named(engine).Open();
        var readings = workspace.Load(Canary.Readings);
        Should.Throw<LinqToDBException>(() => Older(readings)).Message.ShouldContain("use Sql.Window.MaxValue");
        readings.Select(r => new
        {
            r.Id,
            Latest = (DateTime?)Sql.Window.MaxValue(r.Time, w => w.OrderBy(r.Id).RowsBetween.ValuePreceding(2).And.ValuePreceding(1)),
            First = (string?)Sql.Window.MinValue(r.Name, w => w.OrderBy(r.Id).RowsBetween.ValuePreceding(2).And.ValuePreceding(1)),
        }).Where(x => x.Latest == null || x.Latest > Canary.Nine).OrderBy(x => x.Id).ToList()
            .ShouldBe([new { Id = 1, Latest = (DateTime?)null, First = (string?)null }, new { Id = 3, Latest = (DateTime?)Canary.Nine.AddMinutes(30), First = (string?)"a" }]);
    }
}
