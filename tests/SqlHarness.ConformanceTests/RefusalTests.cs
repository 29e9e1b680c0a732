using ClickHouse.Driver.ADO;
using MySqlConnector;
using Npgsql;
using SqlHarness.Engines;
using SqlHarness.Engines.Dialects;
using SqlHarness.Engines.Servers;

namespace SqlHarness.ConformanceTests;

/// <summary>A server that cannot be used says so in one sentence, which holds no secret.</summary>
public class RefusalTests
{
    const string Secret = "hunter2-secret";

    public static TheoryData<string> Servers => ["postgresql", "mariadb", "clickhouse"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_wrong_password_is_refused_without_being_told(string server)
    {
        await TestedEngine.Of(server).UpAsync();
        var message = await MessageAsync(server, Plain(server).Replace("Password=sqlharness", $"Password={Secret}", StringComparison.Ordinal));
        message.ShouldStartWith($"{Dialect.Named(server).Title} cannot be opened: ");
        message.ShouldMatch("(?i)password|denied|authentication");
        message.ShouldNotContain(Secret);
        message.ShouldNotContain("\n");
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_server_that_is_not_there_is_named(string server)
    {
        var message = await MessageAsync(server, System.Text.RegularExpressions.Regex.Replace(Plain(server), "Port=\\d+", "Port=9") + $";Password={Secret}");
        message.ShouldMatch("127\\.0\\.0\\.1|specified MySQL hosts");
        message.ShouldNotContain(Secret);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_text_that_is_no_connection_string_is_not_repeated(string server)
    {
        var message = await MessageAsync(server, $"Hast=127.0.0.1;{Secret};Password={Secret}");
        message.ShouldStartWith($"{Dialect.Named(server).Title} cannot be opened: ");
        message.ShouldNotContain(Secret);
    }

    [Theory]
    [InlineData("postgresql", "permission denied to create temporary tables")]
    [InlineData("mariadb", "Access denied")]
    public async Task A_user_who_may_make_nothing_is_told_so(string server, string because)
    {
        await TestedEngine.Of(server).UpAsync();
        var weak = Plain(server).Replace("Username=sqlharness", "Username=sqlharness_weak", StringComparison.Ordinal).Replace("User ID=sqlharness", "User ID=sqlharness_weak", StringComparison.Ordinal);
        await using var workspace = await Engine(server, weak).OpenAsync(TestContext.Current.CancellationToken);
        Should.Throw<EngineException>(() => workspace.CreateTable<Thing>()).Message.ShouldContain(because);
    }

    [Fact]
    public async Task Another_server_than_was_named_is_refused()
    {
        await TestedEngine.Of("mariadb").UpAsync();
        (await Should.ThrowAsync<EngineException>(() => SqlHarness.Engines.Engine.For(Dialect.MySql, () => new MySqlConnection(TestedEngine.MariaDb)).OpenAsync(TestContext.Current.CancellationToken)))
            .Message.ShouldEndWith("is MariaDB: name it mariadb.");
    }

    [Theory]
    [InlineData("postgresql", "13.22 (Debian 13.22-1)", "PostgreSQL 13.22 (Debian 13.22-1) is too old: 14.0 is the first that answers as the contract says.")]
    [InlineData("postgresql", "14.0", null)]
    [InlineData("mariadb", "10.5.29-MariaDB", "MariaDB 10.5.29-MariaDB is too old: 10.6 is the first that answers as the contract says.")]
    [InlineData("mariadb", "8.4.0", "The server is not MariaDB: version 8.4.0 is not MariaDB: name it mysql.")]
    [InlineData("mysql", "8.0.16", "MySQL 8.0.16 is too old: 8.0.17 is the first that answers as the contract says.")]
    [InlineData("clickhouse", "23.8.1.1", "ClickHouse 23.8.1.1 is too old: 24.3 is the first that answers as the contract says.")]
    [InlineData("sqlserver", "15.00.4003", "SQL Server 15.00.4003 is too old: 16.0 is the first that answers as the contract says.")]
    [InlineData("bigquery", "", null)]
    public void An_old_version_is_refused(string server, string version, string? sentence) => Server.Of(Dialect.Named(server)).Refusal(version).ShouldBe(sentence);

    [Theory]
    [InlineData("sqlite", "SQLite is embedded: Engine.Sqlite(file) runs on it.")]
    [InlineData("duckdb", "DuckDB is embedded: Engine.DuckDb(file) runs on it.")]
    public void An_embedded_engine_is_no_server(string dialect, string sentence) =>
        Should.Throw<EngineException>(() => SqlHarness.Engines.Engine.For(Dialect.Named(dialect), () => new NpgsqlConnection())).Message.ShouldBe(sentence);

    static async Task<string> MessageAsync(string server, string connectionString) =>
        (await Should.ThrowAsync<EngineException>(() => Engine(server, connectionString).OpenAsync(TestContext.Current.CancellationToken))).Message;

    static Engine Engine(string server, string connectionString) => SqlHarness.Engines.Engine.For(Dialect.Named(server), server switch
    {
        "postgresql" => () => new NpgsqlConnection(connectionString),
        "mariadb" => () => new MySqlConnection(connectionString),
        _ => () => new ClickHouseConnection(connectionString),
    });

    static string Plain(string server) => server switch
    {
        "postgresql" => TestedEngine.PostgreSql,
        "mariadb" => TestedEngine.MariaDb,
        _ => TestedEngine.ClickHouse,
    };

    sealed record Thing
    {
        public int Id { get; init; }
    }
}
