using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using LinqToDB.Mapping;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Engines;

/// <summary>In a user's file we work in temporary tables: whatever goes wrong, the file stays as it was to the byte, and nothing is left beside it.</summary>
public sealed class WorkAreaTests : IDisposable
{
    readonly string _folder = Directory.CreateTempSubdirectory("sqlharness-").FullName;

    string File => Path.Combine(_folder, "user's own.db");

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_users_file_keeps_its_tables_and_gets_none_of_ours(string engine)
    {
        using (var owner = EngineCases.Named(engine, File).Open())
        {
            owner.Connection.Execute("CREATE TABLE sample (\"Id\" BIGINT)");
            owner.Connection.Execute("INSERT INTO sample VALUES (42)");
        }
        using (var workspace = EngineCases.Named(engine, File).Open())
        {
            var table = workspace.Load([new Sample { Id = 1 }, new Sample { Id = 2 }]);
            table.Count().ShouldBe(2);
            table.Where(s => s.Id == 42).ShouldBeEmpty();
            workspace.Load([new Sample { Id = 1 }], "ours").Count().ShouldBe(1);
        }
        using var later = EngineCases.Named(engine, File).Open();
        later.Connection.Execute<long>("SELECT sum(\"Id\") FROM sample").ShouldBe(42);
        Should.Throw<Exception>(() => later.Connection.Execute<long>("SELECT count(*) FROM ours")).Message.ShouldContain("ours");
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_users_file_is_the_same_to_the_byte_even_if_the_process_is_killed(string engine)
    {
        using (var owner = EngineCases.Named(engine, File).Open())
            owner.Connection.Execute("CREATE TABLE kept (\"Id\" BIGINT)");
        var before = System.IO.File.ReadAllBytes(File);
        using (var workspace = EngineCases.Named(engine, File).Open())
        {
            workspace.Load(Enumerable.Range(0, 10_000).Select(i => new Sample { Id = i }));
            // What a kill would leave on disk.
            System.IO.File.ReadAllBytes(File).ShouldBe(before);
            Directory.GetFiles(_folder).Where(f => f != File && new FileInfo(f).Length > 0).ShouldBeEmpty();
        }
        System.IO.File.ReadAllBytes(File).ShouldBe(before);
        Directory.GetFiles(_folder).ShouldBe([File]);
    }

    [Table("numbers")]
    sealed record Number
    {
        [Column] public required long Id { get; init; }
    }

    // The user's file, with a table of the same name as ours.
    byte[] UsersFile(string engine)
    {
        using (var owner = EngineCases.Named(engine, File).Open())
        {
            owner.Connection.Execute("CREATE TABLE sample (\"Id\" BIGINT)");
            owner.Connection.Execute("INSERT INTO sample VALUES (42)");
        }
        return System.IO.File.ReadAllBytes(File);
    }

    void ShouldBeUntouched(string engine, byte[] before)
    {
        System.IO.File.ReadAllBytes(File).ShouldBe(before);
        Directory.GetFileSystemEntries(_folder).ShouldBe([File]);
        using var later = EngineCases.Named(engine, File).Open();
        later.Connection.Execute<long>("SELECT sum(\"Id\") FROM sample").ShouldBe(42);
        later.Connection.Query<string>(engine == "sqlite" ? "SELECT name FROM sqlite_master" : "SELECT table_name FROM duckdb_tables()").ToList().ShouldBe(["sample"]);
    }

    // More rows than DuckDB's appender keeps before it flushes.
    static IEnumerable<Sample> Rows(Func<int, DateTime> last, int count = 300_000) =>
        Enumerable.Range(1, count).Select(i => new Sample { Id = i, Time = i < count ? DateTime.UnixEpoch : last(i) });

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_load_that_fails_half_way_leaves_a_users_file_alone(string engine)
    {
        var before = UsersFile(engine);
        using (var workspace = EngineCases.Named(engine, File).Open())
        {
            var table = workspace.CreateTable<Sample>();
            Should.Throw<EngineException>(() => workspace.Add(table, Rows(_ => DateTime.UnixEpoch.AddTicks(3)))).Message.ShouldStartWith("Row 300000, ");
            System.IO.File.ReadAllBytes(File).ShouldBe(before);
            table.Count().ShouldBe(0);
            workspace.Add(table, new Sample { Id = 1 }).ShouldBe(1);
        }
        ShouldBeUntouched(engine, before);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public async Task A_load_that_is_cancelled_half_way_leaves_a_users_file_alone(string engine)
    {
        var before = UsersFile(engine);
        await using (var workspace = await EngineCases.Named(engine, File).OpenAsync(TestContext.Current.CancellationToken))
        {
            var table = workspace.CreateTable<Sample>();
            using var cancellation = new CancellationTokenSource();
            var rows = Rows(_ =>
            {
                cancellation.Cancel();
                return DateTime.UnixEpoch;
            });
            await Should.ThrowAsync<OperationCanceledException>(() => workspace.LoadAsync(table, rows, cancellation.Token));
            System.IO.File.ReadAllBytes(File).ShouldBe(before);
            table.Count().ShouldBe(0);
        }
        ShouldBeUntouched(engine, before);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public async Task A_statement_that_is_cancelled_half_way_leaves_a_users_file_alone(string engine)
    {
        var before = UsersFile(engine);
        // Disposed only when it stopped: that would wait for the statement.
        var workspace = EngineCases.Named(engine, File).Open();
        var table = workspace.Load(Rows(_ => DateTime.UnixEpoch, 20_000));
        var target = workspace.CreateTable<Number>();
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(200));
        var endless = table.OrderBy(s => s.Id).Take(10).Select(s => s.Id)
            .Concat(from a in table from b in table from c in table where (a.Id * 7 + b.Id * 3 + c.Id) % 1_000_003 == -1 select a.Id);
        var running = Task.Run(() => endless.InsertAsync(target, id => new Number { Id = id }, cancellation.Token), TestContext.Current.CancellationToken);
        await Should.ThrowAsync<OperationCanceledException>(() => running.WaitAsync(TimeSpan.FromSeconds(10)));
        target.Count().ShouldBe(0);
        workspace.Dispose();
        ShouldBeUntouched(engine, before);
    }

    [Theory]
    [MemberData(nameof(EngineCases.Names), MemberType = typeof(EngineCases))]
    public void A_table_whose_first_load_fails_is_taken_back_and_a_users_of_the_same_name_is_not(string engine)
    {
        var before = UsersFile(engine);
        using (var workspace = EngineCases.Named(engine, File).Open())
        {
            Should.Throw<EngineException>(() => workspace.Load([new Sample { Id = 1, Name = null! }]));
            workspace.Connection.Execute<long>("SELECT sum(\"Id\") FROM sample").ShouldBe(42);
            workspace.Load([new Sample { Id = 5 }]).Single().Id.ShouldBe(5);
        }
        ShouldBeUntouched(engine, before);
        using var inMemory = EngineCases.Named(engine).Open();
        Should.Throw<EngineException>(() => inMemory.Load([new Sample { Id = 1, Name = null! }]));
        inMemory.Load([new Sample { Id = 5 }]).Single().Id.ShouldBe(5);
    }

    [Fact]
    public void A_users_sqlite_file_with_a_write_ahead_log_stays_the_same()
    {
        using (var owner = Engine.Sqlite(File).Open())
            owner.Connection.Execute("PRAGMA journal_mode = WAL");
        var before = UsersFile("sqlite");
        using (var workspace = Engine.Sqlite(File).Open())
            Should.Throw<EngineException>(() => workspace.Load(Rows(_ => DateTime.UnixEpoch.AddTicks(3), 10_000))).Message.ShouldStartWith("Row 10000, ");
        ShouldBeUntouched("sqlite", before);
    }

    [Fact]
    public void What_duckdb_spills_beside_a_users_file_is_gone_after_a_failed_load()
    {
        var before = UsersFile("duckdb");
        using (var workspace = Engine.DuckDb(File, threads: 1, memoryLimit: "30MB").Open())
        {
            Should.Throw<EngineException>(() => workspace.Load(Rows(_ => DateTime.UnixEpoch.AddTicks(3)).Select(s => s with { Key = Guid.NewGuid() })));
            Directory.GetFileSystemEntries(_folder).Length.ShouldBeGreaterThan(1, "nothing was spilled, so nothing was cleaned up");
        }
        ShouldBeUntouched("duckdb", before);
    }
}
