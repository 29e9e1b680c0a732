using LinqToDB;
using LinqToDB.Common;
using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Portability;
using SqlHarness.Tests.Portability;

namespace SqlHarness.Tests.Engines;

/// <summary>What plain linq2db stores or orders otherwise than C#: decimals, guids, text.</summary>
public class ValueCanaries
{
    [Table("prices")]
    sealed record Price
    {
        [Column] public required int Id { get; init; }
        [Column(Precision = 10, Scale = 2)] public decimal Net { get; init; } = 0.1m;
        [Column(Precision = 10, Scale = 2)] public decimal Tax { get; init; } = 0.2m;
        [Column] public Guid Key { get; init; }
        [Column] public string Name { get; init; } = "😀";
    }

    [Table("loose_prices")]
    sealed record LoosePrice
    {
        [Column] public decimal Net { get; init; }
    }

    [Table("remarks")]
    sealed record Remark
    {
        [Column] public required int Id { get; init; }
        [Column] public string? Note { get; init; }
        [Column] public string? Label { get; init; }
    }

    [Fact]
    public void Decimals_are_exact_on_sqlite()
    {
        var (plain, ours) = Canary.Ask("sqlite", [new Price { Id = 1 }], prices => prices.Count(p => p.Net + p.Tax == 0.3m));
        plain.ShouldBe(0);
        ours.ShouldBe(1);
    }

    [Fact]
    public void A_decimal_without_a_scale_would_be_cut_on_duckdb_and_is_refused()
    {
        using var plain = Canary.Plain("duckdb");
        plain.With(new LoosePrice { Net = 0.12345m }).Single().Net.ShouldBe(0.123m);
        using var workspace = Engine.DuckDb().Open();
        Should.Throw<EngineException>(() => workspace.Load([new LoosePrice { Net = 0.12345m }])).Message.ShouldContain("without declared precision and scale");
    }

    [Fact]
    public void Guids_order_as_text_on_sqlite()
    {
        static Price Keyed(int id, int first) => new() { Id = id, Key = new(first, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1) };
        Price[] rows = [Keyed(1, 0x0f000000), Keyed(2, 0x000000f0), Keyed(3, 0x00ff0000)];
        var (plain, ours) = Canary.Ask("sqlite", rows, prices => prices.OrderBy(p => p.Key).Select(p => p.Id).ToList());
        plain.ShouldBe([1, 3, 2]);
        ours.ShouldBe([2, 3, 1]);
    }

    // The second row's label makes linq2db look at each value, and its note is the first that it looks at so.
    [Fact]
    public void A_computed_text_is_read_after_a_null_on_sqlite()
    {
        Remark[] rows = [new() { Id = 1, Note = "a" }, new() { Id = 2, Label = "b" }, new() { Id = 3, Note = "c" }];
        static List<string?> Notes(IQueryable<Remark> remarks) =>
            [.. remarks.GroupBy(r => r.Id).Select(g => new { Id = g.Key, Note = g.Max(r => r.Note), Label = g.Max(r => r.Label) }).OrderBy(r => r.Id).ToList().Select(r => r.Note)];
        using var plain = Canary.Plain("sqlite");
        var table = plain.With(rows);
        Should.Throw<LinqToDBConvertException>(() => Notes(table)).InnerException.ShouldBeOfType<InvalidCastException>();
        using var workspace = Engine.Sqlite().Open();
        Notes(workspace.Load(rows)).ShouldBe(["a", null, "c"]);
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("duckdb")]
    public void Text_compares_in_csharp_as_on_the_engine(string engine)
    {
        const string Replacement = "\uFFFD";
        Price[] rows = [new() { Id = 1 }];
        using var plain = Canary.Plain(engine);
        var onEngine = plain.With(rows).Select(p => Sql.AsSql(string.CompareOrdinal(Replacement, p.Name))).Single();
        Math.Sign(onEngine).ShouldNotBe(Math.Sign(string.CompareOrdinal(Replacement, rows[0].Name)));
        using var workspace = EngineCases.Named(engine).Open();
        workspace.Load(rows).Select(p => Sql.AsSql(Portable.CompareText(Replacement, p.Name))).Single().ShouldBe(Portable.CompareText(Replacement, rows[0].Name));
    }
}
