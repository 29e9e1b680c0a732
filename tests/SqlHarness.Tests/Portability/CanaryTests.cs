using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Portability;
using SqlHarness.Sessions;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Portability;

/// <summary>Each trap of linq2db 6.5.1 that the portable layer exists for: the wrong answer without it, the right one with it. A canary that fails says what an upgrade made superfluous.</summary>
public class CanaryTests
{
    [Table("readings")]
    sealed record Reading
    {
        [Column] public required int Id { get; init; }
        [Column] public required int Value { get; init; }
        [Column] public int? Rank { get; init; }
    }

    static readonly Reading[] Rows = [new() { Id = 1, Value = 10, Rank = 5 }, new() { Id = 2, Value = 20, Rank = null }];

    static DataConnection Plain()
    {
        var connection = new DataConnection(new DataOptions().UseDuckDB("DataSource=:memory:"));
        connection.CreateTable<Reading>();
        connection.BulkCopy(Rows);
        return connection;
    }

    static int[] WithoutPrevious(IQueryable<Reading> readings) =>
        [.. readings.Select(r => new { r.Id, Previous = (int?)Sql.Window.Lag(r.Value, w => w.OrderBy(r.Id)) }).AsSubQuery().Where(x => x.Previous == null).Select(x => x.Id)];

    static int[] InOrderOfRank(IQueryable<Reading> readings) =>
        [.. readings.Select(r => new { r.Id, Number = Sql.Window.RowNumber(w => w.OrderBy(r.Rank)) }).AsSubQuery().OrderBy(x => x.Number).Select(x => x.Id)];

    static int[] AfterFiveMore(IQueryable<Reading> readings) =>
        [.. readings.Select(r => new { r.Id, r.Value, Previous = (int?)Sql.Window.Lag(r.Value, w => w.OrderBy(r.Id)) }).Where(x => !x.Previous.HasValue || x.Value > x.Previous + 5).Select(x => x.Id)];

    [Fact]
    public void Lag_over_a_not_null_column_can_be_null()
    {
        using var plain = Plain();
        using var workspace = Engine.DuckDb().Open();
        WithoutPrevious(plain.GetTable<Reading>()).ShouldBe([]);
        WithoutPrevious(workspace.Load(Rows)).ShouldBe([1]);
    }

    [Fact]
    public void Nulls_come_first_in_windows()
    {
        using var plain = Plain();
        using var workspace = Engine.DuckDb().Open();
        InOrderOfRank(plain.GetTable<Reading>()).ShouldBe([1, 2]);
        InOrderOfRank(workspace.Load(Rows)).ShouldBe([2, 1]);
    }

    [Fact]
    public void A_window_column_can_be_filtered()
    {
        using var plain = Plain();
        using var workspace = Engine.DuckDb().Open();
        Should.Throw<LinqToDBException>(() => AfterFiveMore(plain.GetTable<Reading>()));
        AfterFiveMore(workspace.Load(Rows)).ShouldBe([1, 2]);
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
        using var plain = Plain();
        plain.GetTable<Reading>().Delete();
        plain.BulkCopy(many);
        using var workspace = Engine.DuckDb().Open();
        var expected = many.Select(r => r.Id).Reverse().ToArray();
        GroupedBackwards(plain.GetTable<Reading>()).ShouldNotBe(expected);
        GroupedBackwards(workspace.Load(many)).ShouldBe(expected);
    }

    [Table("events")]
    sealed record Event
    {
        [Column] public required long Id { get; init; }
        [Column] public required string User { get; init; }
        [Column] public required DateTime Time { get; init; }
    }

    [Fact]
    public void A_query_on_a_connection_without_the_layer_says_what_to_call()
    {
        using var plain = new DataConnection(new DataOptions().UseDuckDB("DataSource=:memory:"));
        var sessionized = plain.GetTable<Event>().Sessionize(e => e.User, e => e.Time, e => e.Id);
        Should.Throw<LinqToDBException>(() => sessionized.ToList()).Message.ShouldContain("UseSqlHarness()");
        Should.Throw<LinqToDBException>(() => plain.GetTable<Event>().Where(e => sessionized.Any(s => s.SessionId == e.Id)).ToList()).Message.ShouldContain("UseSqlHarness()");
    }

    static readonly DateTime Nine = new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);

    static IQueryable<int> SessionsOfEach(IQueryable<Event> events) =>
        events.Select(u => events.Where(e => e.User == u.User).Sessionize(e => e.User, e => e.Time, e => e.Id).Count(s => s.SessionId == u.Id));

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void An_operator_in_a_correlated_sub_query_is_expanded(string engine)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        var events = workspace.Load(Enumerable.Range(1, 4).Select(i => new Event { Id = i, User = i < 4 ? "a" : "b", Time = Nine.AddMinutes(i * 29) }));
        SessionsOfEach(events).ToList().Order().ShouldBe([0, 0, 1, 3]);
    }

    [Fact]
    public void An_operator_in_a_correlated_sub_query_without_the_layer_fails()
    {
        using var plain = new DataConnection(new DataOptions().UseDuckDB("DataSource=:memory:"));
        plain.CreateTable<Event>();
        plain.Insert(new Event { Id = 1, User = "a", Time = Nine });
        Should.Throw<LinqToDBException>(() => SessionsOfEach(plain.GetTable<Event>()).ToList()).Message.ShouldContain("UseSqlHarness()");
    }

    [Fact]
    public void Calling_the_layer_twice_changes_nothing()
    {
        var once = new DataOptions().UseDuckDB("DataSource=:memory:").UseSqlHarness();
        once.UseSqlHarness().ShouldBeSameAs(once);
    }

    [Fact]
    public void Text_dates_are_refused_by_name()
    {
        using var text = new DataConnection(new DataOptions().UseSQLite("Data Source=:memory:", LinqToDB.DataProvider.SQLite.SQLiteProvider.Microsoft).UseSqlHarness());
        Should.Throw<LinqToDBException>(() => text.GetTable<Event>().Sessionize(e => e.User, e => e.Time, e => e.Id).ToSqlQuery()).Message.ShouldContain("Engine.Sqlite()");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void A_captured_unit_is_not_taken_from_the_cache(string engine)
    {
        using var workspace = (engine == "sqlite" ? Engine.Sqlite() : Engine.DuckDb()).Open();
        var time = new DateTime(1969, 3, 5, 7, 11, 13, DateTimeKind.Utc).AddMicroseconds(17);
        var table = workspace.Load([new Event { Id = 1, User = "u", Time = time }]);
        foreach (var unit in Enum.GetValues<CalendarUnit>())
            table.Select(e => Sql.AsSql(Portable.Truncate(e.Time, unit))).Single().ShouldBe(Portable.Truncate(time, unit), unit.ToString());
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void Text_and_guid_ids_make_sessions_in_their_contract_order(string engine)
    {
        using var workspace = (engine == "sqlite" ? Engine.Sqlite() : Engine.DuckDb()).Open();
        var time = new DateTime(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);
        Visit[] visits = [new() { Text = "b", Guid = Guid.Parse("ff000000-0000-0000-0000-000000000001"), Time = time }, new() { Text = "B", Guid = Guid.Parse("0f000000-0000-0000-0000-0000000000ff"), Time = time }];
        var table = workspace.Load(visits);
        table.Sessionize(v => 1, v => v.Time, v => v.Text).Select(s => s.SessionId).ToList().ShouldBe(["B", "B"]);
        table.Sessionize(v => 1, v => v.Time, v => v.Guid).Select(s => s.SessionId).ToList().ShouldBe([visits[1].Guid, visits[1].Guid]);
    }

    [Table("visits")]
    sealed record Visit
    {
        [Column] public required string Text { get; init; }
        [Column] public required Guid Guid { get; init; }
        [Column] public required DateTime Time { get; init; }
    }
}
