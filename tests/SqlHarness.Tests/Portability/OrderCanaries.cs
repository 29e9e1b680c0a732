using LinqToDB;
using LinqToDB.Data;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Portability;

/// <summary>Where NULL stands differs by engine, and linq2db can be told one position for both directions only; C# orders NULL as the smallest value.</summary>
public class OrderCanaries
{
    static IEnumerable<int> Ordered(IQueryable<Reading> readings, string how) => how switch
    {
        "ascending" => readings.OrderBy(r => r.Rank).Select(r => r.Id),
        "descending" => readings.OrderByDescending(r => r.Rank).Select(r => r.Id),
        "then ascending" => readings.OrderBy(r => r.Value % 10).ThenBy(r => r.Rank).Select(r => r.Id),
        "then descending" => from r in readings orderby r.Value % 10, r.Rank descending select r.Id,
        "in a sub-query" => readings.SelectMany(r => readings.OrderBy(o => o.Rank).Take(1).Where(o => o.Id > 0), (r, o) => o.Id),
        "in a group" => readings.GroupBy(r => r.Value % 10).Select(g => g.OrderBy(x => x.Rank).First().Id),
        "in a group, descending" => readings.GroupBy(r => r.Value % 10).Select(g => g.OrderByDescending(x => x.Rank).First().Id),
        "in a group, then" => readings.GroupBy(r => r.Value % 10).Select(g => g.Where(x => x.Id > 0).OrderBy(x => x.Value % 10).ThenBy(x => x.Rank).Select(x => x.Id).First()),
        "in a joined group" => from r in readings join o in readings on r.Value % 10 equals o.Value % 10 into others let id = r.Id where id > 1 select others.OrderBy(x => x.Rank).First().Id,
        "in an association" => readings.Select(r => r.Namesakes!.OrderBy(x => x.Rank).ThenBy(x => x.Id).First().Id).OrderBy(id => id),
        _ => throw new ArgumentOutOfRangeException(nameof(how), how, "Not an ordering of this test."),
    };

    [Theory]
    [InlineData("ascending", "1 3 2", "2 1 3")]
    [InlineData("then ascending", "1 3 2", "2 1 3")]
    [InlineData("in a sub-query", "1 1 1", "2 2 2")]
    [InlineData("in a group", "1", "2")]
    [InlineData("in a group, then", "1", "2")]
    [InlineData("in a joined group", "1 1", "2 2")]
    public void Null_is_smallest_where_duckdb_puts_it_last(string how, string wrong, string right)
    {
        var (plain, ours) = Canary.Ask("duckdb", Canary.Readings, readings => Canary.Ids(() => Ordered(readings, how)));
        plain.ShouldBe(wrong);
        ours.ShouldBe(right);
        Canary.Ask("sqlite", Canary.Readings, readings => Canary.Ids(() => Ordered(readings, how))).Ours.ShouldBe(right);
    }

    [Theory]
    [InlineData("descending", "2 3 1", "3 1 2")]
    [InlineData("then descending", "2 3 1", "3 1 2")]
    [InlineData("in a group, descending", "2", "3")]
    public void Null_is_smallest_where_a_default_of_linq2db_puts_it_first_in_both_directions(string how, string wrong, string right)
    {
        using var plain = new DataConnection(new DataOptions().UseDuckDB("DataSource=:memory:").UseDefaultNullsPosition(Sql.NullsPosition.First));
        Canary.Ids(() => Ordered(plain.With(Canary.Readings), how)).ShouldBe(wrong);
        foreach (var engine in new[] { "sqlite", "duckdb" })
            Canary.Ask(engine, Canary.Readings, readings => Canary.Ids(() => Ordered(readings, how))).Ours.ShouldBe(right, engine);
    }

    [Fact]
    public void Null_is_smallest_in_an_association()
    {
        var rows = Canary.Readings.Select(r => r with { Name = "same" });
        var (plain, ours) = Canary.Ask("duckdb", rows, readings => Canary.Ids(() => Ordered(readings, "in an association")));
        plain.ShouldBe("1 1 1");
        ours.ShouldBe("2 2 2");
    }

    [Fact]
    public void A_position_that_the_query_names_is_kept()
    {
        using var workspace = Engine.DuckDb().Open();
        var readings = workspace.Load(Canary.Readings);
        readings.OrderBy(r => r.Rank, Sql.NullsPosition.Last).Select(r => r.Id).ToList().ShouldBe([1, 3, 2]);
        readings.OrderByDescending(r => r.Rank, Sql.NullsPosition.First).Select(r => r.Id).ToList().ShouldBe([2, 3, 1]);
    }

    [Fact]
    public void Lists_of_the_query_are_ordered_by_csharp()
    {
        using var workspace = Engine.DuckDb().Open();
        int?[] ranks = [7, null, 5];
        var nested = new { Inner = new { Ranks = ranks.AsEnumerable() } };
        workspace.Load(Canary.Readings).Where(r => ranks.OrderBy(x => x).Take(2).Contains(r.Rank) && nested.Inner.Ranks.OrderBy(x => x).Contains(r.Rank))
            .Select(r => r.Id).ToList().Order().ShouldBe([1, 2]);
    }

    [Fact]
    public void The_row_with_the_smallest_key_depends_on_the_engine_and_is_refused_if_keys_can_be_null()
    {
        static int Smallest(IQueryable<Reading> readings) => readings.MinBy(r => r.Rank)!.Id;
        using var sqlite = Canary.Plain("sqlite");
        using var duckDb = Canary.Plain("duckdb");
        Smallest(sqlite.With(Canary.Readings)).ShouldBe(2);
        Smallest(duckDb.With(Canary.Readings)).ShouldBe(1);

        using var workspace = Engine.Sqlite().Open();
        var readings = workspace.Load(Canary.Readings);
        Should.Throw<LinqToDBException>(() => Smallest(readings)).Message.ShouldContain("filter them");
        readings.Where(r => r.Rank != null).MinBy(r => r.Rank!.Value)!.Id.ShouldBe(1);
    }

    static int[] GroupedBackwards(IQueryable<Reading> readings)
    {
        var cte = readings.AsCte("readings_twice");
        return [.. cte.LeftJoin(cte.Where(r => r.Id > 0), (r, s) => r.Id == s.Id, (r, s) => new { r.Id, Other = (int?)s.Id })
            .GroupBy(x => x.Other).Select(g => new { g.Key, Count = g.Count() }).OrderByDescending(x => x.Key).AsEnumerable().Select(x => x.Key!.Value)];
    }

    [Fact]
    public void An_order_behind_a_group_over_a_shared_step_is_kept()
    {
        Reading[] many = [.. Enumerable.Range(1, 50).Select(i => new Reading { Id = i, Value = i })];
        var expected = many.Select(r => r.Id).Reverse().ToArray();
        var (plain, ours) = Canary.Ask("duckdb", many, GroupedBackwards);
        plain.ShouldNotBe(expected);
        ours.ShouldBe(expected);
    }
}
