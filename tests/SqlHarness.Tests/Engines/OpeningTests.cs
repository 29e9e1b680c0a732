using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Internal.Linq;
using Microsoft.Data.Sqlite;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Engines;

public sealed class OpeningTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("sqlharness-").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_missing_folder_is_one_sentence_with_the_file(string engine)
    {
        var file = Path.Combine(_folder, "missing", "x.db");
        var message = Should.Throw<EngineException>(() => EngineCases.Named(engine, file).Open()).Message;
        message.ShouldContain($"cannot open {file}: ");
        message.ShouldNotContain("\n");
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_file_that_is_no_database_is_refused_and_left_alone(string engine)
    {
        var file = Path.Combine(_folder, "notes.txt");
        var text = string.Concat(Enumerable.Repeat("This is not a database.\n", 1000));
        File.WriteAllText(file, text);
        var message = Should.Throw<EngineException>(() => EngineCases.Named(engine, file).Open()).Message;
        message.ShouldContain($"cannot open {file}: ");
        message.ShouldNotContain("\n");
        File.ReadAllText(file).ShouldBe(text);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void An_engine_reports_its_version(string engine)
    {
        using var workspace = EngineCases.Named(engine).Open();
        workspace.Version.ShouldMatch(@"^v?\d+\.\d+\.\d+");
    }

    [Fact]
    public void DuckDb_takes_threads_and_memory()
    {
        using var workspace = Engine.DuckDb(threads: 1, memoryLimit: "256MB").Open();
        Setting("threads").ShouldBe("1");
        Setting("memory_limit").ShouldBe("244.1 MiB");
        Setting("TimeZone").ShouldBe("UTC");
        Should.Throw<EngineException>(() => Engine.DuckDb(memoryLimit: "much").Open()).Message.ShouldStartWith("DuckDB cannot open a database in memory: ");

        string Setting(string name) => workspace.Connection.Execute<string>($"SELECT current_setting('{name}')::VARCHAR");
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_second_workspace_does_not_translate_a_query_again(string engine)
    {
        Run(1);
        var misses = Query<Answer>.CacheMissCount;
        Run(2);
        Run(3);
        Query<Answer>.CacheMissCount.ShouldBe(misses);
        misses.ShouldBeGreaterThan(0);

        void Run(long id)
        {
            // A new engine each time, as separate tests make them.
            using var workspace = EngineCases.Named(engine).Open();
            var table = workspace.Load([new Sample { Id = id }]);
            table.Where(s => s.Id >= id).Select(s => new Answer { Id = s.Id, Previous = Sql.Window.Lag(s.MaybeWhole, w => w.OrderBy(s.Id)) }).Single().Id.ShouldBe(id);
        }
    }

    sealed class Answer
    {
        public long Id { get; init; }

        public int? Previous { get; init; }
    }

    [Fact]
    public void An_engine_that_breaks_a_rule_is_refused_by_the_rule()
    {
        using var connection = new SqliteConnection("Data Source=:memory:");
        connection.Open();
        var preflight = new Preflight("SQLite", ("one is one", "SELECT 1 = 1"), ("text equality pads", "SELECT 'a' = 'a '"));
        for (var attempt = 0; attempt < 2; attempt++)
            Should.Throw<EngineException>(() => preflight.Run(connection)).Message.ShouldEndWith("breaks the contract: it is not so that text equality pads (got 0).");
    }
}
