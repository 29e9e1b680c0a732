using LinqToDB;
using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Portability;

namespace SqlHarness.Tests.Engines;

public class DecimalTests
{
    static readonly Sample[] Rows =
    [
        new() { Id = 1, Amount = 0.10m, MaybeAmount = 0.2m, Whole = 2 },
        new() { Id = 2, Amount = 0.30m, MaybeAmount = 0.000001m, Whole = 3 },
        new() { Id = 3, Amount = -5m, Whole = 4 },
    ];

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Sums_differences_and_comparisons_are_exact(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load(Rows);
        table.Where(s => s.Amount + s.MaybeAmount == 0.3m).Select(s => s.Id).ToList().ShouldBe([1]);
        table.Where(s => s.Amount - 0.3m == 0m).Select(s => s.Id).ToList().ShouldBe([2]);
        table.Where(s => s.Amount < 0m).Select(s => s.Id).ToList().ShouldBe([3]);
        table.Where(s => -s.Amount > 4.99m).Select(s => s.Id).ToList().ShouldBe([3]);
        table.OrderBy(s => s.Amount).Select(s => s.Amount).ToList().ShouldBe([-5m, 0.1m, 0.3m]);
        table.Sum(s => s.Amount).ShouldBe(-4.6m);
        table.Sum(s => s.MaybeAmount).ShouldBe(0.200001m);
        table.Min(s => s.Amount).ShouldBe(-5m);
        table.Max(s => s.MaybeAmount).ShouldBe(0.2m);
        table.Where(s => s.Id == 3).Sum(s => s.MaybeAmount ?? 1.5m).ShouldBe(1.5m);
        table.Select(s => s.Amount < 0 ? 0m : s.Amount + 1m).ToList().Sum().ShouldBe(2.4m);
        table.GroupBy(s => s.Flag).Select(g => g.Sum(s => s.Amount)).Single().ShouldBe(-4.6m);
    }

    [Fact]
    public void What_would_lose_the_scale_on_sqlite_is_refused()
    {
        using var workspace = Engine.Sqlite().Open();
        var table = workspace.Load(Rows);
        Refused(() => table.Where(s => s.Amount * 2m > 0.1m).ToList());
        Refused(() => table.Where(s => s.Amount / 2m > 0.1m).ToList());
        Refused(() => table.Where(s => s.Amount * s.Whole > 0.1m).ToList());
        Refused(() => table.Average(s => s.Amount));
        Refused(() => table.Where(s => Math.Round(s.Amount, 1) == 0.1m).ToList());
        Refused(() => table.Where(s => Portable.Native(Math.Floor(s.Amount)) == 0m).ToList());
        Refused(() => table.Where(s => s.Amount > s.Whole).ToList());
        Refused(() => table.Where(s => s.Amount + s.Whole > 1m).ToList());
        Refused(() => table.Select(s => Sql.AsSql((double)s.Amount)).ToList());
        Refused(() => table.Sum(s => (decimal)s.Whole));
        Refused(() => table.Select(s => Sql.Window.Average(s.Amount, w => w.OrderBy(s.Id))).ToList());

        static void Refused(Func<object?> query) => Should.Throw<EngineException>(query).Message.ShouldContain("would lose the scale");
    }

    [Fact]
    public void A_decimal_in_a_query_that_does_not_fit_sqlite_is_refused()
    {
        using var workspace = Engine.Sqlite().Open();
        var table = workspace.Load(Rows);
        var fine = 0.1234567m;
        Should.Throw<EngineException>(() => table.Count(s => s.Amount > fine)).Message.ShouldBe("The decimal 0.1234567 in a query does not fit SQLite's 12 digits before the point and 6 after it.");
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Decimals_finer_or_larger_than_declared_are_refused(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        Should.Throw<EngineException>(() => workspace.Load([new Sample { Id = 1, Amount = 1.10000m }, new Sample { Id = 2, Amount = 0.125m }]))
            .Message.ShouldBe("Row 2, column Amount: 0.125 is finer than the column's 2 digits after the point.");
        Should.Throw<EngineException>(() => workspace.Load([new Sample { Id = 1, Amount = 10_000_000_000m }], "other"))
            .Message.ShouldBe("Row 1, column Amount: 10000000000 has more digits than the column's precision.");
    }

    [Table("prices")]
    sealed record Undeclared
    {
        [Column] public decimal Price { get; init; }
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_decimal_without_declared_scale_is_refused(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        Should.Throw<EngineException>(() => workspace.CreateTable<Undeclared>())
            .Message.ShouldBe("Undeclared.Price is a decimal without declared precision and scale; declare them as in [Column(Precision = 18, Scale = 2)].");
    }

    [Table("typed_prices")]
    sealed record Typed
    {
        [Column(DataType = DataType.Decimal, Precision = 10, Scale = 2)] public decimal Price { get; init; }
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_declared_decimal_type_is_as_exact(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load([new Typed { Price = 12.34m }, new Typed { Price = 0.66m }]);
        var bound = 12.34m;
        table.Count(p => p.Price >= bound).ShouldBe(1);
        table.Sum(p => p.Price).ShouldBe(13m);
        table.Select(p => p.Price + 0.01m).OrderBy(p => p).First().ShouldBe(0.67m);
    }

    [Table("prices")]
    sealed record TooFine
    {
        [Column(Precision = 18, Scale = 8)] public decimal Price { get; init; }
    }

    [Fact]
    public void A_scale_that_sqlite_cannot_hold_is_refused_there_alone()
    {
        using var sqlite = Engine.Sqlite().Open();
        Should.Throw<EngineException>(() => sqlite.CreateTable<TooFine>()).Message.ShouldContain("TooFine.Price is declared with precision 18 and scale 8");
        using var duckDb = Engine.DuckDb().Open();
        duckDb.Load([new TooFine { Price = 0.00000001m }]).Single().Price.ShouldBe(0.00000001m);
    }

    [Table("amounts")]
    sealed record Usual
    {
        [Column(Precision = 18, Scale = 2)] public decimal Amount { get; init; }
    }

    [Fact]
    public void The_usual_declaration_is_taken_by_sqlite_and_only_a_value_without_room_is_refused()
    {
        using var sqlite = Engine.Sqlite().Open();
        sqlite.Load([new Usual { Amount = 999_999_999_999.99m }, new Usual { Amount = -999_999_999_999.99m }]).Max(u => u.Amount).ShouldBe(999_999_999_999.99m);
        Should.Throw<EngineException>(() => sqlite.Load([new Usual { Amount = 1 }, new Usual { Amount = 1_000_000_000_000m }], "other"))
            .Message.ShouldBe("Row 2, column Amount: 1000000000000 has more than the 12 digits before the point that SQLite holds.");
    }
}
