using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Engines;

public class LoadTests
{
    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_null_in_a_not_null_column_is_refused(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        Should.Throw<EngineException>(() => workspace.Load([new Sample { Id = 1 }, new Sample { Id = 2, Name = null! }]))
            .Message.ShouldBe("Row 2, column Name: NULL in a column that is NOT NULL.");
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Text_that_engines_would_change_is_refused(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.CreateTable<Sample>();
        Should.Throw<EngineException>(() => Load("ok 😀\ud83d")).Message.ShouldBe("Row 1, column Name: the text has half a surrogate pair at position 5.");
        Should.Throw<EngineException>(() => Load("\ude00")).Message.ShouldBe("Row 1, column Name: the text has half a surrogate pair at position 0.");
        Should.Throw<EngineException>(() => Load("a\0b")).Message.ShouldContain("NUL character");

        void Load(string name) => workspace.Add(table, new Sample { Id = 1, Name = name });
    }

    [Fact]
    public void Nan_is_refused_on_sqlite_which_would_store_null()
    {
        using var workspace = Engine.Sqlite().Open();
        Should.Throw<EngineException>(() => workspace.Load([new Sample { Id = 1, Real = double.NaN }])).Message.ShouldBe("Row 1, column Real: NaN, which SQLite cannot store.");
        using var duckDb = Engine.DuckDb().Open();
        duckDb.Load([new Sample { Id = 1, Real = double.NaN }]).Single().Real.ShouldBe(double.NaN);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_failed_load_leaves_earlier_rows_alone_and_its_own_not_at_all(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load([new Sample { Id = -1 }]);
        // More rows than DuckDB's appender keeps before it flushes.
        var rows = Enumerable.Range(1, 300_000).Select(i => new Sample { Id = i, MaybeTime = i < 300_000 ? null : DateTime.UnixEpoch.AddTicks(3) });
        Should.Throw<EngineException>(() => workspace.Add(table, rows))
            .Message.ShouldBe("Row 300000, column MaybeTime: 1970-01-01 00:00:00.0000003 is finer than a microsecond.");
        table.Select(s => s.Id).ToList().ShouldBe([-1]);
        workspace.Add(table, new Sample { Id = 7 }).ShouldBe(1);
        table.OrderBy(s => s.Id).Select(s => s.Id).ToList().ShouldBe([-1, 7]);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_failing_source_leaves_nothing(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.CreateTable<Sample>();
        Should.Throw<InvalidDataException>(() => workspace.Add(table, Rows()));
        table.Count().ShouldBe(0);

        static IEnumerable<Sample> Rows()
        {
            yield return new Sample { Id = 1 };
            throw new InvalidDataException();
        }
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public async Task A_cancelled_load_leaves_nothing(string engine)
    {
        await using var workspace = await EngineCases.Named(engine).OpenAsync(TestContext.Current.CancellationToken);
        var table = workspace.CreateTable<Sample>();
        using var cancellation = new CancellationTokenSource();
        var produced = 0;
        var endless = Enumerable.Range(1, int.MaxValue).Select(i =>
        {
            produced = i;
            if (i == 10_000)
                cancellation.Cancel();
            return new Sample { Id = i };
        });
        await Should.ThrowAsync<OperationCanceledException>(() => workspace.LoadAsync(table, endless, cancellation.Token));
        produced.ShouldBeLessThan(20_000);
        table.Count().ShouldBe(0);
    }

    [Fact]
    public void A_load_inside_a_transaction_belongs_to_it_on_sqlite_and_is_refused_on_duckdb()
    {
        using var sqlite = Engine.Sqlite().Open();
        var table = sqlite.CreateTable<Sample>();
        using (var transaction = sqlite.Connection.BeginTransaction())
        {
            sqlite.Add(table, new Sample { Id = 1 });
            Should.Throw<EngineException>(() => sqlite.Add(table, new Sample { Id = 2 }, new Sample { Id = 3, Name = null! }));
            table.Count().ShouldBe(1);
            transaction.Rollback();
        }
        table.Count().ShouldBe(0);

        using var duckDb = Engine.DuckDb().Open();
        var other = duckDb.CreateTable<Sample>();
        using var open = duckDb.Connection.BeginTransaction();
        Should.Throw<EngineException>(() => duckDb.Add(other, new Sample { Id = 1 })).Message.ShouldContain("inside an open transaction");
    }

    enum Colour { Red, Green }

    [Table("converted")]
    sealed record Converted
    {
        [Column] public int Id { get; init; }
        [Column, ValueConverter(ConverterType = typeof(ColourConverter))] public Colour? Colour { get; init; }
    }

    sealed class ColourConverter() : ValueConverter<Colour, string>(c => c.ToString(), s => Enum.Parse<Colour>(s), false);

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_value_converter_decides_what_is_stored(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        Converted[] rows = [new() { Id = 1, Colour = Colour.Green }, new() { Id = 2 }];
        var table = workspace.Load(rows);
        table.OrderBy(c => c.Id).ToList().ShouldBe(rows);
        workspace.Connection.Execute<string>("SELECT Colour FROM converted WHERE Id = 1").ShouldBe("Green");
    }
}
