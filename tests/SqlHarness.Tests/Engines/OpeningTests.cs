using LinqToDB;
using LinqToDB.Data;
using LinqToDB.Internal.Linq;
using Microsoft.Data.Sqlite;
using SqlHarness.Engines;
using SqlHarness.Portability;
using SqlHarness.Engines.Semantics;
using SqlHarness.Engines.Dialects;

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
    public async Task What_an_engine_does_not_keep_of_the_contract_is_refused_for_the_queries_that_need_it()
    {
        await using var workspace = Engine.Sqlite().Open();
        var rows = workspace.Load([new Answer { Id = 1, Previous = 7 }, new Answer { Id = 2 }]);
        var preflight = new Preflight("SQLite", [new(Need.Division, "whole numbers divide", "7 / 2 = 4"), new(Need.Remainder, "remainders remain", "7 % 2 = 1"), new(Need.Digest, "texts have a digest", "no_such_function('a') = 1")]);
        var refusals = await preflight.RunAsync(workspace.Connection.OpenDbConnection(), "3", TestContext.Current.CancellationToken);
        refusals!.Sentences.ShouldBe(["on SQLite 3 it is not so that whole numbers divide (it said 0).", "on SQLite 3 it is not so that texts have a digest (it said SQLite Error 1: 'no such function: no_such_function'.)."]);
        workspace.Connection.AddInterceptor(refusals);
        rows.Select(r => r.Id % 2).ToList().ShouldBe([1, 0], ignoreOrder: true);
        Should.Throw<EngineException>(() => rows.Select(r => r.Id / 2).ToList()).Message.ShouldBe("The query cannot be run: on SQLite 3 it is not so that whole numbers divide (it said 0).");
        Should.Throw<EngineException>(() => rows.Select(r => Portable.Md5(Portable.ToText(r.Id))).ToList()).Message.ShouldContain("texts have a digest");
    }

    [Fact]
    public void Our_engines_keep_all_of_the_contract_that_is_asked_at_their_first_use()
    {
        foreach (var (name, rules) in EmbeddedEngines.Names.Select(n => (n.Data, SemanticRules.Of(Dialect.Named(n.Data), null))))
        {
            using var workspace = EmbeddedEngines.Named(name).Open();
            foreach (var rule in rules)
                workspace.Connection.Execute<long>($"SELECT CASE WHEN {rule.Condition} THEN 1 ELSE 0 END").ShouldBe(1, $"{name}: {rule.Rule}");
        }
    }
}
