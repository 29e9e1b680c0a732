using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using LinqToDB;
using LinqToDB.Async;
using LinqToDB.Data;
using MySqlConnector;
using Npgsql;
using SqlHarness.Engines;
using SqlHarness.Engines.Dialects;
using SqlHarness.Sessions;
using SqlHarness.Testing.Conformance;

namespace SqlHarness.ConformanceTests;

/// <summary>Work happens apart from what is the user's, and is gone afterwards: also when it fails, is cancelled, or loses its server.</summary>
public class WorkAreaTests
{
    static readonly IReadOnlyList<UserEvent> Events = [.. Enumerable.Range(0, 4000).Select(i => new UserEvent { EventId = i, UserId = i % 7, EventTime = new DateTime(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc).AddSeconds(i) })];

    public static TheoryData<string> Servers => [.. TestedEngine.All.Where(e => e.Server is not null).Select(e => e.Name)];

    public static TheoryData<string> OwnSchemas => ["postgresql (printed)", "mariadb (printed)", "clickhouse", "clickhouse (printed)"];

    public static TheoryData<string> TemporaryTables => ["postgresql", "mariadb"];

    [Theory]
    [MemberData(nameof(OwnSchemas))]
    public async Task A_schema_of_its_own_is_dropped_also_after_an_error(string engine)
    {
        var up = await TestedEngine.Of(engine).UpAsync();
        string? schema = null;
        await Should.ThrowAsync<DbException>(async () =>
        {
            await using var workspace = await up.OpenAsync(TestContext.Current.CancellationToken);
            var events = workspace.Load(Events);
            schema = events.DatabaseName ?? events.SchemaName;
            (await CountAsync(up, schema!)).ShouldBe(1);
            await workspace.Connection.ExecuteAsync("SELECT no_such_function(1)", TestContext.Current.CancellationToken);
        });
        schema.ShouldStartWith("sqlharness_");
        (await CountAsync(up, schema!)).ShouldBe(0);
    }

    [Theory]
    [MemberData(nameof(TemporaryTables))]
    public async Task A_users_table_of_the_same_name_stays_as_it_is(string engine)
    {
        var up = await TestedEngine.Of(engine).UpAsync();
        await using var own = Connection(engine);
        await own.OpenAsync(TestContext.Current.CancellationToken);
        await RunAsync(own, "DROP TABLE IF EXISTS visits");
        await RunAsync(own, "CREATE TABLE visits (mine INT)");
        try
        {
            await RunAsync(own, "INSERT INTO visits VALUES (7)");
            (await ConformanceCases.Of("latest_per").RunAsync(up, new() { Budget = new(50, 1) }, TestContext.Current.CancellationToken)).Outcome.ShouldBe(Outcome.Same);
            Convert.ToInt64(await RunAsync(own, "SELECT SUM(mine) FROM visits"), CultureInfo.InvariantCulture).ShouldBe(7);
        }
        finally
        {
            await RunAsync(own, "DROP TABLE visits");
        }

        // The session goes back to its pool, and its tables do not go along.
        await using var next = Connection(engine);
        await next.OpenAsync(TestContext.Current.CancellationToken);
        await Should.ThrowAsync<DbException>(() => RunAsync(next, "SELECT * FROM visits"));
    }

    [Fact]
    public async Task A_server_that_goes_away_half_way_is_told_in_a_sentence()
    {
        await TestedEngine.Of("postgresql").UpAsync();
        var text = $"{TestedEngine.PostgreSql};Application Name=sqlharness_victim;Pooling=false";
        var running = ConformanceCases.Of("sessions").RunAsync(Engine.For(Dialect.PostgreSql, () => new NpgsqlConnection(text)), new() { Budget = new(6000, 1) }, TestContext.Current.CancellationToken);
        await using var other = Connection("postgresql");
        await other.OpenAsync(TestContext.Current.CancellationToken);
        while (!running.IsCompleted && await RunAsync(other, "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity WHERE application_name = 'sqlharness_victim' AND query LIKE '%session_starts%' OR application_name = 'sqlharness_victim' AND query LIKE 'INSERT%'") is 0L)
            await Task.Delay(5, TestContext.Current.CancellationToken);
        var result = await running;
        result.Outcome.ShouldBe(Outcome.Failed);
        result.Reason!.Split('\n')[0].ShouldNotContain("Password");
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_cancelled_query_stops(string engine)
    {
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        // The engine that stands in for ClickHouse's server runs a query to its end, also when nobody waits for it any more: then it should not be long.
        var events = workspace.Load(engine.StartsWith("clickhouse", StringComparison.Ordinal) ? Events.Take(700) : Events);
        using var cancelled = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        cancelled.CancelAfter(TimeSpan.FromMilliseconds(300));
        var watch = Stopwatch.StartNew();
        var endless = from a in events from b in events from c in events where a.EventId + b.EventId > c.EventId group a by a.UserId into g select g.Count();
        await Should.ThrowAsync<OperationCanceledException>(() => endless.ToListAsync(cancelled.Token));
        watch.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(20));
    }

    static DbConnection Connection(string engine) => engine == "postgresql" ? new NpgsqlConnection(TestedEngine.PostgreSql) : new MySqlConnection(TestedEngine.MariaDb);

    static async Task<object?> RunAsync(DbConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }

    static async Task<long> CountAsync(Engine engine, string schema)
    {
        await using var workspace = await engine.OpenAsync(TestContext.Current.CancellationToken);
        return await workspace.Connection.ExecuteAsync<long>($"SELECT COUNT(*) FROM information_schema.schemata WHERE schema_name = '{schema}'", TestContext.Current.CancellationToken);
    }
}
