using LinqToDB;

namespace SqlHarness.Tests.Engines;

public class RoundTripTests
{
    static readonly DateTime Noon = new DateTime(2025, 3, 1, 12, 0, 0, DateTimeKind.Utc).AddMicroseconds(123457);

    static readonly Sample Empty = new() { Id = 1 };

    static readonly Sample Full = new()
    {
        Id = long.MinValue, Flag = true, MaybeFlag = false, Small = short.MinValue, MaybeSmall = short.MaxValue, Whole = int.MinValue, MaybeWhole = int.MaxValue,
        MaybeBig = long.MaxValue, Real = -0.1, MaybeReal = double.MaxValue, Amount = -9_999_999_999.99m, MaybeAmount = 999_999_999_999.999999m,
        Name = "naïve 😀 'quoted'", MaybeName = "", Key = Guid.Parse("0123ABCD-ffff-4000-8000-00000000000f"), MaybeKey = Guid.Empty, Time = Noon,
        MaybeTime = new DateTime(1, 1, 1, 0, 0, 0, DateTimeKind.Utc),
    };

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Every_usable_type_comes_back_as_it_was(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load([Full, Empty with { Time = Noon }]);
        table.OrderBy(s => s.Id).ToList().ShouldBe([Full, Empty with { Time = Noon }]);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Values_in_a_query_find_what_was_loaded(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load([Full, Empty with { Time = Noon.AddMicroseconds(1) }]);
        var (time, key, amount, name) = (Full.Time, Full.Key, Full.Amount, Full.Name);
        table.Count(s => s.Time == time).ShouldBe(1);
        table.Count(s => s.Time > time).ShouldBe(1);
        table.Count(s => s.Key == key).ShouldBe(1);
        table.Count(s => s.Amount == amount).ShouldBe(1);
        table.Count(s => s.Amount == -9_999_999_999.99m).ShouldBe(1);
        table.Count(s => s.Name == name).ShouldBe(1);
        table.Count(s => new[] { time, Noon.AddDays(1) }.Contains(s.Time)).ShouldBe(1);
        // The same as literals instead of parameters.
        workspace.Connection.InlineParameters = true;
        table.Count(s => s.Time == time).ShouldBe(1);
        table.Count(s => s.Key == key).ShouldBe(1);
        table.Count(s => s.Amount == amount).ShouldBe(1);
        table.Count(s => s.Name == name).ShouldBe(1);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Times_are_utc_however_they_are_read(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load([Empty with { Time = Noon }, Empty with { Id = 2, Time = Noon.AddSeconds(1), MaybeTime = Noon }]);
        List<DateTime?> read =
        [
            .. table.Select(s => (DateTime?)s.Time),
            table.Max(s => s.Time),
            table.Max(s => s.MaybeTime),
            .. table.GroupBy(s => s.Flag).Select(g => g.Min(s => s.MaybeTime)),
            .. table.Select(s => (DateTime?)Sql.Window.Lag(s.Time, w => w.OrderBy(s.Id))).AsSubQuery().Where(t => t != null),
            .. table.OrderBy(s => s.Id).Select(s => s.MaybeTime).ToList().Skip(1),
            .. table.ToList().Select(s => (DateTime?)s.Time),
        ];
        read.Count.ShouldBe(9);
        read.ShouldAllBe(t => t!.Value.Kind == DateTimeKind.Utc && t.Value.Ticks % TimeSpan.TicksPerSecond == 1_234_570);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_first_row_of_nulls_does_not_change_how_later_rows_are_read(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load([Empty with { Time = Noon }, Full with { Id = 2 }]);
        var rows = table
            .Select(s => new
            {
                s.Id,
                Time = Sql.Window.Lag(s.MaybeTime, w => w.OrderByDesc(s.Id)),
                Key = Sql.Window.Lag(s.MaybeKey, w => w.OrderByDesc(s.Id)),
                Amount = Sql.Window.Lag(s.MaybeAmount, w => w.OrderByDesc(s.Id)),
                Real = Sql.Window.Lag(s.MaybeReal, w => w.OrderByDesc(s.Id)),
                Flag = Sql.Window.Lag(s.MaybeFlag, w => w.OrderByDesc(s.Id)),
                Name = Sql.Window.Lag(s.MaybeName, w => w.OrderByDesc(s.Id)),
            })
            .OrderByDescending(r => r.Id).ToList();
        rows[0].ShouldBe(new { Id = 2L, Time = (DateTime?)null, Key = (Guid?)null, Amount = (decimal?)null, Real = (double?)null, Flag = (bool?)null, Name = (string?)null });
        rows[1].ShouldBe(new { Id = 1L, Time = Full.MaybeTime, Key = Full.MaybeKey, Amount = Full.MaybeAmount, Real = Full.MaybeReal, Flag = Full.MaybeFlag, Name = Full.MaybeName });
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Guids_order_as_lower_case_text(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        Guid[] keys = [.. Enumerable.Range(0, 50).Select(i => new Guid(i * 7919 % 50 * 0x05000000, (short)i, (short)-i, 9, 8, 7, 6, 5, 4, 3, (byte)i))];
        var table = workspace.Load(keys.Select((key, i) => Empty with { Id = i, Key = key, Time = Noon }));
        table.OrderBy(s => s.Key).Select(s => s.Key).ToList().ShouldBe(keys.OrderBy(k => k.ToString("D"), StringComparer.Ordinal).ToList());
        table.Where(s => s.Id == 3).Select(s => Sql.AsSql(s.Key.ToString())).Single().ShouldBe(keys[3].ToString("D"));
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Unspecified_times_are_read_as_utc(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load([Empty with { Time = DateTime.SpecifyKind(Noon, DateTimeKind.Unspecified) }]);
        table.Single().Time.ShouldBe(Noon);
        table.Single().Time.Kind.ShouldBe(DateTimeKind.Utc);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Local_and_too_fine_times_in_a_query_are_refused(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load([Empty with { Time = Noon }]);
        var local = DateTime.SpecifyKind(Noon, DateTimeKind.Local);
        var fine = Noon.AddTicks(1);
        Refusal(() => table.Count(s => s.Time == local)).ShouldBe("The time 2025-03-01 12:00:00.123457 in a query is a local time, and only UTC has one meaning on every engine.");
        Refusal(() => table.Count(s => s.Time == fine)).ShouldBe("The time 2025-03-01 12:00:00.1234571 in a query is finer than a microsecond.");
        workspace.Connection.InlineParameters = true;
        Refusal(() => table.Count(s => s.Time == fine)).ShouldBe("The time 2025-03-01 12:00:00.1234571 in a query is finer than a microsecond.");

        static string Refusal(Func<object?> query) => Should.Throw<SqlHarness.Engines.EngineException>(query).Message;
    }
}
