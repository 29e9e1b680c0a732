using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Mapping;
using SqlHarness.Engines;
using SqlHarness.Sessions;
using SqlHarness.Tables;
using SqlHarness.Tests.Engines;

namespace SqlHarness.Tests.Tables;

/// <summary>Tables that are known only by their names take part in queries as entities do.</summary>
public class TableShapeTests
{
    sealed class Views : TableRow;

    sealed class Names : TableRow;

    [Table("people")]
    sealed record Person
    {
        [Column("person_id")] public required long Id { get; init; }
        [Column("full name")] public required string Name { get; init; }
        [Column] public int? Age { get; init; }
    }

    static readonly DateTime Nine = new(2025, 1, 1, 9, 0, 0, DateTimeKind.Utc);

    public static TheoryData<string> Engines => EmbeddedEngines.Names;

    static TableShape<Views> ViewsIn(Workspace workspace)
    {
        var time = workspace.Connection.DataProvider.Name.StartsWith("SQLite", StringComparison.Ordinal) ? "INTEGER" : "TIMESTAMP";
        workspace.Connection.Execute($"CREATE TABLE views (\"select\" BIGINT NOT NULL, \"user \"\"id\" BIGINT, \"time\" {time}, \"Größe\" VARCHAR)");
        return TableShape.Named<Views>("views", [new("select", typeof(long), IsNullable: false), new("user \"id", typeof(long)), new("time", typeof(DateTime)), new("Größe", typeof(string))]);
    }

    static void Insert(Workspace workspace, TableShape<Views> shape, long id, long? user, int minute, string? size) =>
        shape.In(workspace.Connection).Value(shape.Column("select").As<long>(), id).Value(shape.Column("user \"id").As<long?>(), user)
            .Value(shape.Column("time").As<DateTime?>(), (DateTime?)Nine.AddMinutes(minute)).Value(shape.Column("Größe").As<string?>(), size).Insert();

    [Theory]
    [MemberData(nameof(Engines))]
    public void Every_column_comes_through_a_query_unchanged(string engine)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        var shape = ViewsIn(workspace);
        Insert(workspace, shape, 1, 7, 0, "a");
        Insert(workspace, shape, 2, 7, 31, null);
        Insert(workspace, shape, 3, null, 31, "");
        foreach (var formulation in Enum.GetValues<Formulation>())
        {
            var rows = shape.In(workspace.Connection)
                .Sessionize(shape.Column("user \"id").As<long?>(), shape.Column("time").As<DateTime?>(), shape.Column("select").As<long>(), new() { Formulation = formulation }).ToList();

            rows.Select(r => (r.SessionId, shape.Columns.Select(c => c.ValueOf(r.Event)).ToArray())).OrderBy(r => r.Item2[0]).Select(r => (r.SessionId, string.Join(';', r.Item2.Select(CellText.Of))))
                .ShouldBe([(1, "1;7;2025-01-01 09:00:00.000000;a"), (2, "2;7;2025-01-01 09:31:00.000000;NULL"), (null, "3;NULL;2025-01-01 09:31:00.000000;''")]);
        }
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public async Task An_engine_tells_what_a_table_looks_like(string engine)
    {
        await using var workspace = await EmbeddedEngines.Named(engine).OpenAsync(TestContext.Current.CancellationToken);
        await workspace.Connection.ExecuteAsync("CREATE TABLE t (a BIGINT NOT NULL, \"b c\" VARCHAR, d DOUBLE)", TestContext.Current.CancellationToken);

        var shape = await workspace.ShapeOfAsync<Names>("t", cancellationToken: TestContext.Current.CancellationToken);

        shape.Columns.Select(c => (c.Name, c.Type, c.IsNullable, c.DatabaseType)).ShouldBe(
            [("a", typeof(long), false, "BIGINT"), ("b c", typeof(string), true, "VARCHAR"), ("d", typeof(double?), true, "DOUBLE")]);
        (await Should.ThrowAsync<EngineException>(() => workspace.ShapeOfAsync<Names>("nowhere"))).Message.ShouldContain("nowhere");
    }

    [Theory]
    [MemberData(nameof(Engines))]
    public void Two_tables_join_in_one_query(string engine)
    {
        using var workspace = EmbeddedEngines.Named(engine).Open();
        var views = ViewsIn(workspace);
        Insert(workspace, views, 1, 7, 0, "a");
        Insert(workspace, views, 2, 8, 0, "b");
        workspace.Connection.Execute("CREATE TABLE names (id BIGINT, name VARCHAR)");
        workspace.Connection.Execute("INSERT INTO names VALUES (8, 'Ada')");
        var names = TableShape.Named<Names>("names", [new("id", typeof(long)), new("name", typeof(string))]);

        var rows = views.In(workspace.Connection).Join(names.In(workspace.Connection), views.Column("user \"id").As<long?>(), names.Column("id").As<long?>(), (v, n) => new { v, n }).ToList();

        rows.Select(r => (views.Column("Größe").ValueOf(r.v), names.Column("name").ValueOf(r.n))).ShouldBe([("b", "Ada")]);
    }

    [Fact]
    public void A_class_stands_for_one_table_on_a_connection()
    {
        using var workspace = Engine.DuckDb().Open();
        ColumnType[] columns = [new("id", typeof(long))];
        workspace.Connection.Execute("CREATE TABLE a (id BIGINT)");
        TableShape.Named<Names>("a", columns).In(workspace.Connection).Count().ShouldBe(0);
        TableShape.Named<Names>("a", columns).In(workspace.Connection).Count().ShouldBe(0);
        Should.Throw<InvalidOperationException>(() => TableShape.Named<Names>("b", columns).In(workspace.Connection)).Message.ShouldContain("derive a class of its own");
    }

    [Fact]
    public void An_entity_has_a_shape_too()
    {
        using var workspace = Engine.DuckDb().Open();
        var people = workspace.Load([new Person { Id = 1, Name = "Ada", Age = null }, new Person { Id = 2, Name = "Bob", Age = 40 }]);
        var shape = TableShape.Of<Person>(workspace.Connection.MappingSchema);

        shape.Columns.Select(c => (c.Name, c.Type, c.IsNullable)).ShouldBe([("person_id", typeof(long), false), ("full name", typeof(string), false), ("Age", typeof(int?), true)]);
        people.OrderBy(shape.Column("person_id").As<long>()).Select(shape.Column("full name").As<object>()).ToList().ShouldBe(["Ada", "Bob"]);
        shape.Column("Age").ValueOf(new Person { Id = 3, Name = "Cy", Age = 5 }).ShouldBe(5);
    }

    [Theory]
    [InlineData("user_ids", "did you mean user_id?")]
    [InlineData("userid", "did you mean user_id?")]
    [InlineData("time", "did you mean event_time?")]
    [InlineData("weight", "no column weight. It has user_id, event_time.")]
    public void An_unknown_column_is_named_with_those_there_are(string name, string sentence)
    {
        var shape = TableShape.Named<Names>("events", [new("user_id", typeof(long)), new("event_time", typeof(DateTime))]);
        Should.Throw<UnknownColumnException>(() => shape.Column(name)).Message.ShouldContain(sentence);
        shape.Column("USER_ID").Name.ShouldBe("user_id");
    }

    [Fact]
    public void Columns_are_taken_as_what_they_hold()
    {
        var shape = TableShape.Named<Names>("events", [new("user_id", typeof(long), IsNullable: false)]);
        shape.Column("user_id").As<long?>().ReturnType.ShouldBe(typeof(long?));
        Should.Throw<ArgumentException>(() => shape.Column("user_id").As<string>()).Message.ShouldBe("Column user_id holds long, not string.");
        Should.Throw<ArgumentException>(() => TableShape.Named<Names>("t", [new("a", typeof(int)), new("A", typeof(int))])).Message.ShouldContain("column a 2 times");
    }
}
