using LinqToDB;
using LinqToDB.Data;
using SqlHarness.Engines;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Engines;

public class TimeQueryTests
{
    static readonly DateTime[] Times =
    [
        new DateTime(2024, 2, 29, 23, 59, 59, DateTimeKind.Utc).AddMicroseconds(999_999),
        new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc),
        new DateTime(1969, 12, 31, 23, 59, 58, DateTimeKind.Utc).AddMicroseconds(1),
        new DateTime(1901, 6, 15, 6, 30, 15, DateTimeKind.Utc).AddMicroseconds(250_001),
    ];

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Parts_of_times_are_those_of_CSharp(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        foreach (var (time, i) in Times.Select((t, i) => (t, i)))
        {
            var table = workspace.Load([new Sample { Id = 1, Time = time }], $"t{i}");
            var parts = table.Select(s => new
            {
                Year = Sql.AsSql(s.Time.Year), Month = Sql.AsSql(s.Time.Month), Day = Sql.AsSql(s.Time.Day), DayOfYear = Sql.AsSql(s.Time.DayOfYear), DayOfWeek = Sql.AsSql(s.Time.DayOfWeek),
                Hour = Sql.AsSql(s.Time.Hour), Minute = Sql.AsSql(s.Time.Minute), Second = Sql.AsSql(s.Time.Second), Millisecond = Sql.AsSql(s.Time.Millisecond), Date = Sql.AsSql(s.Time.Date),
            }).Single();
            parts.ShouldBe(new { time.Year, time.Month, time.Day, time.DayOfYear, time.DayOfWeek, time.Hour, time.Minute, time.Second, time.Millisecond, time.Date });
        }
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Additions_are_exact(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var time = Times[0];
        var table = workspace.Load([new Sample { Id = 1, Time = time, Whole = 3 }]);
        table.Select(s => Sql.AsSql(s.Time.AddSeconds(1))).Single().ShouldBe(time.AddSeconds(1));
        table.Select(s => Sql.AsSql(s.Time.AddMinutes(-30))).Single().ShouldBe(time.AddMinutes(-30));
        table.Select(s => Sql.AsSql(s.Time.AddHours(s.Whole))).Single().ShouldBe(time.AddHours(3));
        table.Select(s => Sql.AsSql(s.Time.AddDays(s.Whole))).Single().ShouldBe(time.AddDays(3));
        table.Select(s => Sql.AsSql(s.Time.AddMilliseconds(s.Whole))).Single().ShouldBe(time.AddMilliseconds(3));
        table.Count(s => s.Time.AddMinutes(30) > time.AddMinutes(30)).ShouldBe(0);
        table.Count(s => s.Time.AddMinutes(30) >= time.AddMinutes(30)).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void An_interval_is_added_and_taken_off_whether_written_out_or_captured(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load([new Sample { Id = 1, Time = Times[1], MaybeTime = Times[0] }]);
        var gap = new TimeSpan(1, 0, 30, 0, 0, 7);
        table.Select(s => Sql.AsSql(s.Time + TimeSpan.FromMinutes(30))).Single().ShouldBe(Times[1].AddMinutes(30));
        table.Select(s => Sql.AsSql(s.Time + gap)).Single().ShouldBe(Times[1] + gap);
        table.Select(s => Sql.AsSql(s.Time - gap)).Single().ShouldBe(Times[1] - gap);
        table.Count(s => s.Time - gap < s.Time && s.Time + gap > s.Time).ShouldBe(1);
        table.Select(s => s.Time - s.MaybeTime!.Value).Single().ShouldBe(Times[1] - Times[0]);
        workspace.Connection.InlineParameters = true;
        table.Select(s => Sql.AsSql(s.Time + gap)).Single().ShouldBe(Times[1] + gap);
    }

    [Fact]
    public void A_fraction_of_a_second_is_rounded_to_the_microsecond_on_sqlite()
    {
        using var workspace = Engine.Sqlite().Open();
        // In binary, 1.001 seconds are 1000999.9999999999 microseconds.
        var table = workspace.Load([new Sample { Id = 1, Time = Times[1], Real = 1.001 }]);
        table.Select(s => Sql.AsSql(s.Time.AddSeconds(s.Real))).Single().ShouldBe(Times[1].AddMicroseconds(1_001_000));
        table.Select(s => Sql.AsSql(s.Time.AddSeconds(1.001))).Single().ShouldBe(Times[1].AddMicroseconds(1_001_000));
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Elapsed_time_is_exact_to_the_microsecond(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var end = Times[0];
        var table = workspace.Load([new Sample { Id = 1, Time = end, MaybeTime = end.AddMinutes(-30).AddMicroseconds(-1) }, new Sample { Id = 2, Time = end, MaybeTime = end.AddMinutes(-30) }]);
        table.Where(s => (s.Time - s.MaybeTime!.Value).TotalSeconds > 1800).Select(s => s.Id).ToList().ShouldBe([1]);
        table.Where(s => s.Time - s.MaybeTime!.Value > TimeSpan.FromMinutes(30)).Select(s => s.Id).ToList().ShouldBe([1]);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Times_made_of_parts_are_times(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load([new Sample { Id = 1, Time = Times[1], Whole = 2025 }]);
        table.Count(s => s.Time == new DateTime(2025, 1, 1)).ShouldBe(1);
        table.Count(s => s.Time == new DateTime(s.Whole, 1, 1, 0, 0, 0)).ShouldBe(1);
        table.Select(s => Sql.AsSql(new DateTime(s.Whole, 2, 3, 4, 5, 6))).Single().ShouldBe(new DateTime(2025, 2, 3, 4, 5, 6, DateTimeKind.Utc));
    }

    [Fact]
    public void What_sqlite_cannot_answer_like_the_others_is_refused()
    {
        using var workspace = Engine.Sqlite().Open();
        var table = workspace.Load([new Sample { Id = 1, Time = Times[0] }]);
        Refusal(() => table.Select(s => Sql.AsSql(Portable.Native(s.Time.AddMonths(1)))).ToList()).ShouldContain("Adding a Month");
        Refusal(() => table.Select(s => Sql.AsSql(s.Time.TimeOfDay)).ToList()).ShouldContain("TimeOfDay");
        Refusal(() => table.Count(s => s.Time < Portable.Native(Sql.CurrentTimestampUtc))).ShouldContain("does not read the clock");
        Refusal(() => table.Select(s => Sql.AsSql(Portable.Native(s.Time.ToString()))).ToList()).ShouldContain("not converted to or from text");

        static string Refusal(Func<object?> query) => Should.Throw<EngineException>(query).Message;
    }

    [Fact]
    public void Text_where_a_time_should_be_is_refused_and_not_read_as_a_number()
    {
        using var workspace = Engine.Sqlite().Open();
        var table = workspace.CreateTable<Sample>();
        using var command = workspace.Connection.OpenDbConnection().CreateCommand();
        command.CommandText = "INSERT INTO sample SELECT 1,0,NULL,0,NULL,0,NULL,NULL,0.0,NULL,0,NULL,'',NULL,'00000000-0000-0000-0000-000000000000',NULL,'2024-01-01 00:00:00',NULL";
        command.ExecuteNonQuery();
        Should.Throw<Exception>(() => table.Select(s => s.Time).ToList()).ToString().ShouldContain("should hold a time in microseconds but holds 2024-01-01 00:00:00");
    }

    [Fact]
    public void An_integer_beyond_the_calendar_is_refused_and_not_wrapped_into_it()
    {
        using var workspace = Engine.Sqlite().Open();
        var table = workspace.Load([new Sample { Id = 1, Time = Times[0], MaybeBig = long.MaxValue }]);
        workspace.Connection.Execute("UPDATE sample SET Time = MaybeBig");
        Should.Throw<Exception>(() => table.Select(s => s.Time).ToList()).ToString().ShouldContain("lies outside the years 1 to 9999");
    }
}
