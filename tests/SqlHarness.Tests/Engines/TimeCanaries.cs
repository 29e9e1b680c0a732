using LinqToDB;
using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Portability;
using SqlHarness.Tests.Portability;

namespace SqlHarness.Tests.Engines;

/// <summary>Plain linq2db keeps times on SQLite as text, cut to milliseconds; dates, times made of parts and intervals are other texts. On DuckDB it forgets that they are UTC.</summary>
public class TimeCanaries
{
    [Table("ticks")]
    sealed record Tick
    {
        [Column] public required int Id { get; init; }
        [Column] public required DateTime Time { get; init; }
    }

    static DateTime Nine => Canary.Nine;

    static readonly Tick[] Ticks =
    [
        new() { Id = 1, Time = Nine }, new() { Id = 2, Time = Nine.AddMicroseconds(300) }, new() { Id = 3, Time = Nine.AddMicroseconds(700_123) },
    ];

    static void ShouldAnswer<TAnswer>(string engine, Func<IQueryable<Tick>, TAnswer> question, TAnswer wrong, TAnswer right)
    {
        var (plain, ours) = Canary.Ask(engine, Ticks, question);
        plain.ShouldBe(wrong);
        ours.ShouldBe(right);
    }

    [Fact]
    public void Microseconds_are_kept_on_sqlite() =>
        ShouldAnswer("sqlite", ticks => ticks.Single(t => t.Id == 3).Time.Ticks - Nine.Ticks, 7_000_000, 7_001_230);

    [Fact]
    public void Times_a_third_of_a_millisecond_apart_differ_on_sqlite()
    {
        var time = Nine;
        ShouldAnswer("sqlite", ticks => ticks.Count(t => t.Time == time), 2, 1);
        ShouldAnswer("sqlite", ticks => ticks.Join(ticks, a => a.Time, b => b.Time, (a, b) => a.Id).Count(), 5, 3);
        ShouldAnswer("sqlite", ticks => ticks.GroupBy(t => t.Time).Count(), 2, 3);
        ShouldAnswer("sqlite", ticks => ticks.SelectMany(a => ticks.Where(b => a.Id == 1 && b.Id == 2 && (b.Time - a.Time).TotalMilliseconds > 0), (a, b) => b.Id).Count(), 0, 1);
    }

    [Fact]
    public void A_date_equals_its_midnight_on_sqlite()
    {
        DateTime[] midnights = [Nine.Date, Nine.Date.AddDays(1)];
        ShouldAnswer("sqlite", ticks => ticks.Count(t => midnights.Contains(t.Time.Date)), 0, 3);
        ShouldAnswer("sqlite", ticks => ticks.Select(t => t.Time.Date).Union(ticks.Select(t => new DateTime(2025, 1, 1, 0, 0, 0))).Count(), 2, 1);
        ShouldAnswer("sqlite", ticks => ticks.Select(t => t.Id == 1 ? midnights[0] : t.Time.Date).GroupBy(d => d).Count(), 2, 1);
    }

    [Fact]
    public void A_time_made_of_parts_equals_the_same_time_on_sqlite() =>
        ShouldAnswer("sqlite", ticks => ticks.Select(t => new DateTime(t.Time.Year, t.Time.Month, 1)).Union(ticks.Select(t => t.Time.Date)).Count(), 2, 1);

    [Fact]
    public void An_interval_can_be_added_on_sqlite()
    {
        var gap = TimeSpan.FromMinutes(30);
        var before = Nine.AddMinutes(29);
        ShouldAnswer("sqlite", ticks => ticks.Count(t => t.Time + gap > before), 0, 3);
        ShouldAnswer("sqlite", ticks => ticks.Where(t => t.Id == 1).Select(t => Sql.AsSql(t.Time + TimeSpan.FromMinutes(30))).Single().Year, 1, 2025);
    }

    [Fact]
    public void A_fraction_of_a_millisecond_can_be_added_on_sqlite() =>
        ShouldAnswer("sqlite", ticks => ticks.Where(t => t.Id == 1).Select(t => Sql.AsSql(t.Time.AddMilliseconds(1.5))).Single().Ticks - Nine.Ticks, 20_000, 15_000);

    [Fact]
    public void A_month_after_the_last_of_january_is_not_in_march_on_sqlite()
    {
        using var plain = Canary.Plain("sqlite");
        plain.With(Ticks).Select(t => Sql.AsSql(t.Time.AddDays(30).AddMonths(1))).First().ShouldBe(new DateTime(2025, 3, 3, 9, 0, 0));
        using var workspace = Engine.Sqlite().Open();
        var ticks = workspace.Load(Ticks);
        Should.Throw<EngineException>(() => ticks.Select(t => Sql.AsSql(Portable.Native(t.Time.AddDays(30).AddMonths(1)))).First()).Message.ShouldContain("not the same on every engine");
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void Times_are_read_as_utc(string engine) => ShouldAnswer(engine, ticks => ticks.First().Time.Kind, DateTimeKind.Unspecified, DateTimeKind.Utc);

    [Theory]
    [InlineData("sqlite", 2)]
    [InlineData("duckdb", 1)]
    public void A_time_that_is_local_or_too_fine_equals_nothing(string engine, int wrong)
    {
        var (local, fine) = (DateTime.SpecifyKind(Nine, DateTimeKind.Local), Nine.AddTicks(3));
        using var plain = Canary.Plain(engine);
        var ticks = plain.With(Ticks);
        ticks.Count(t => t.Time == local).ShouldBe(wrong);
        ticks.Count(t => t.Time == fine).ShouldBe(wrong);
        plain.InlineParameters = true;
        ticks.Count(t => t.Time == local).ShouldBe(wrong);
        ticks.Count(t => t.Time == fine).ShouldBe(wrong);

        using var workspace = EngineCases.Named(engine).Open();
        var ours = workspace.Load(Ticks);
        foreach (var inline in new[] { false, true })
        {
            workspace.Connection.InlineParameters = inline;
            Should.Throw<EngineException>(() => ours.Count(t => t.Time == local)).Message.ShouldContain("is a local time");
            Should.Throw<EngineException>(() => ours.Count(t => t.Time == fine)).Message.ShouldContain("finer than a microsecond");
        }
    }

    // In C#, 40 minutes are no hour, and 1800.4 seconds are 1800 whole ones.
    [Theory]
    [InlineData("sqlite", 1, 0)]
    [InlineData("duckdb", 0, 1)]
    public void A_difference_in_coarse_units_depends_on_the_engine_and_is_refused(string engine, int hours, int longer)
    {
        static int? Hours(IQueryable<Tick> ticks) => ticks.Select(t => Sql.AsSql(Sql.DateDiff(Sql.DateParts.Hour, t.Time, t.Time.AddMinutes(40)))).First();
        using var plain = Canary.Plain(engine);
        var ticks = plain.With(Ticks[0]);
        Hours(ticks).ShouldBe(hours);
        ticks.Count(t => Sql.DateDiff(Sql.DateParts.Second, t.Time, t.Time.AddMilliseconds(1_800_400)) > 1800).ShouldBe(longer);

        using var workspace = EngineCases.Named(engine).Open();
        var ours = workspace.Load([Ticks[0]]);
        Should.Throw<LinqToDBException>(() => Hours(ours)).Message.ShouldContain("use Portable.ElapsedMicroseconds");
        ours.Select(t => Sql.AsSql(Portable.ElapsedMicroseconds(t.Time, t.Time.AddMinutes(40)))).Single().ShouldBe(2_400_000_000);
    }
}
