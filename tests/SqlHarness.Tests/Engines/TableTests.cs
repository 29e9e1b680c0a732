using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Engines;

public sealed class TableTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("sqlharness-").FullName;

    string File => Path.Combine(_folder, "user's own.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_name_is_taken_once_and_free_again_when_dropped(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        workspace.CreateTable<Sample>();
        var other = workspace.Load([new Sample { Id = 1 }], "other");
        var message = Should.Throw<EngineException>(() => workspace.CreateTable<Sample>("SAMPLE")).Message;
        message.ShouldContain("cannot create the table SAMPLE: ");
        message.ShouldContain("already exists");
        other.Drop();
        workspace.CreateTable<Sample>("other").Count().ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Odd_names_are_only_names(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        var table = workspace.Load([new Sample { Id = 5 }], "it's; a \"table\"");
        table.Single().Id.ShouldBe(5);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Workspaces_in_memory_know_nothing_of_each_other(string engine)
    {
        var shared = EngineCases.Named(engine);
        using var first = shared.Open();
        using var second = shared.Open();
        var table = first.Load([new Sample { Id = 1 }]);
        second.Load([new Sample { Id = 2 }, new Sample { Id = 3 }]).Count().ShouldBe(2);
        table.Count().ShouldBe(1);
    }

    [Table("odd")]
    sealed record WithBytes
    {
        [Column] public int Id { get; init; }
        [Column] public byte[] Content { get; init; } = [];
    }

    [Table("odd")]
    sealed record WithEnum
    {
        [Column] public DayOfWeek Day { get; init; }
    }

    [Table("odd")]
    sealed record WithDate
    {
        [Column(DataType = DataType.Date)] public DateTime Day { get; init; }
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void Types_without_one_meaning_are_refused_by_entity_and_property(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        Should.Throw<EngineException>(() => workspace.CreateTable<WithBytes>()).Message.ShouldStartWith("WithBytes.Content is of type Byte[]; usable are Boolean, Int32,");
        Should.Throw<EngineException>(() => workspace.CreateTable<WithEnum>()).Message.ShouldStartWith("WithEnum.Day is an enum (DayOfWeek)");
        Should.Throw<EngineException>(() => workspace.CreateTable<WithDate>()).Message.ShouldStartWith("WithDate.Day declares a database type of its own");
    }

    [Table("odd")]
    sealed record WithStampType
    {
        [Column(DataType = DataType.DateTime2)] public DateTime Time { get; init; }
    }

    [Table("odd")]
    sealed record WithNumericText
    {
        [Column(DbType = "UUID")] public string Id { get; init; } = "";
    }

    [Fact]
    public void Declared_types_that_sqlite_would_store_otherwise_are_refused()
    {
        using var workspace = Engine.Sqlite().Open();
        Should.Throw<EngineException>(() => workspace.CreateTable<WithStampType>()).Message.ShouldStartWith("WithStampType.Time declares a database type of its own");
        Should.Throw<EngineException>(() => workspace.CreateTable<WithNumericText>()).Message.ShouldBe("WithNumericText.Id declares the database type UUID, which does not keep text as it is.");
    }

    [Table("page_views", Schema = "analytics")]
    sealed record WithSchema
    {
        [Column] public int Id { get; init; }
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void An_entity_mapped_to_a_schema_can_be_loaded(string engine)
    {
        using (var workspace = EngineCases.Named(engine).Open())
            workspace.Load([new WithSchema { Id = 3 }]).Single().Id.ShouldBe(3);
        using var file = EngineCases.Named(engine, File).Open();
        file.Load([new WithSchema { Id = 4 }]).Single().Id.ShouldBe(4);
    }
}
