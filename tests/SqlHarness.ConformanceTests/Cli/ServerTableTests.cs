using System.Data.Common;
using ClickHouse.Driver.ADO;
using MySqlConnector;
using Npgsql;
using SqlHarness.Tests.Cli;

namespace SqlHarness.ConformanceTests.Cli;

/// <summary>Tables of servers are read and written by commands as files are.</summary>
public sealed class ServerTableTests : IDisposable
{
    readonly Shell _shell = new();

    public static TheoryData<string> Servers => ["postgresql", "mariadb", "clickhouse"];

    public void Dispose() => _shell.Dispose();

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Sessions_of_a_table_are_those_of_the_file_that_it_was_made_of(string server)
    {
        await TestedEngine.Of(server).UpAsync();
        var table = $"{server}:{Text(server)}#cli_{Guid.NewGuid():N}";
        var name = table[(table.LastIndexOf('#') + 1)..];
        await RunAsync("generate", "events", "--rows", "3000", "--out", "/events.parquet");
        await RunAsync("sessionize", "/events.parquet", "--out", "/expected.csv");
        try
        {
            var written = await RunAsync("sessionize", "/events.parquet", "--out", table);
            written.ShouldContain($"written {server} table {name}");
            written.ShouldNotContain("Password");
            // As it was before it had sessions.
            await ExecuteAsync(server, $"ALTER TABLE {name} DROP COLUMN session_id, DROP COLUMN session_start");
            await RunAsync("sessionize", table, "--out", "/actual.csv");
            _shell.Lines("actual.csv").ShouldBe(_shell.Lines("expected.csv"));

            var again = await _shell.RunAsync("sessionize", "/events.parquet", "--out", table);
            (again.ExitCode, again.Error.TrimEnd()).ShouldBe((2, $"{server} table {name} exists; --force replaces it."));
            await RunAsync("sessionize", "/events.parquet", "--out", table, "--force");
            (await ExecuteAsync(server, $"SELECT COUNT(session_id) FROM {name}")).ShouldNotBe(0L);
            // Nothing else is left there.
            await Should.ThrowAsync<DbException>(() => ExecuteAsync(server, $"SELECT * FROM {name}_old"));
        }
        finally
        {
            await ExecuteAsync(server, $"DROP TABLE IF EXISTS {name}");
        }
    }

    // In MariaDB and ClickHouse a schema is a database.
    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Tables_of_other_schemas_are_compared_where_they_are(string server)
    {
        await TestedEngine.Of(server).UpAsync();
        var (one, other) = ($"sqlharness_cli_{Guid.NewGuid():N}", $"sqlharness_cli_{Guid.NewGuid():N}");
        var (word, engine) = server == "clickhouse" ? ("DATABASE", "ENGINE = MergeTree ORDER BY id") : ("SCHEMA", "");
        try
        {
            foreach (var (schema, value) in new[] { (one, 2), (other, 3) })
            {
                await ExecuteAsync(server, $"CREATE {word} {schema}");
                await ExecuteAsync(server, $"CREATE TABLE {schema}.orders (id BIGINT NOT NULL, quantity BIGINT) {engine}");
                await ExecuteAsync(server, $"INSERT INTO {schema}.orders VALUES (1, 1), (2, {value})");
            }

            _shell.Write("orders.csv", "id,quantity", "1,1", "2,2");
            string Table(string schema) => $"{server}:{Text(server)}#{schema}.orders";
            (await RunAsync("compare", "/orders.csv", Table(one))).ShouldStartWith("identical: 2 rows");
            var run = await _shell.RunAsync("compare", Table(one), Table(other), "--key", "id");
            (run.ExitCode, run.Error).ShouldBe((1, ""));
            run.Out.ShouldStartWith("different: 1 of 2 rows modified");
        }
        finally
        {
            foreach (var schema in new[] { one, other })
                await ExecuteAsync(server, $"DROP {word} IF EXISTS {schema}{(server == "postgresql" ? " CASCADE" : "")}");
        }
    }

    // So many rows that a nested loop over them would not end in the test's time; PostgreSQL has nothing else for its null-safe equality. MariaDB and ClickHouse look a key up in an index.
    [Theory]
    [InlineData("postgresql", 200_000, "id BIGINT, at TEXT, note TEXT", "id BIGINT, at TIMESTAMP, note TEXT", "", "--key", "id")]
    [InlineData("postgresql", 200_000, "id BIGINT, at TEXT, note TEXT", "id BIGINT, at TIMESTAMP, note TEXT", "")]
    [InlineData("mariadb", 20_000, "id BIGINT, at VARCHAR(40), note VARCHAR(40), KEY (id)", "id BIGINT, at DATETIME(6), note VARCHAR(40), KEY (id)", "", "--key", "id")]
    [InlineData("clickhouse", 20_000, "id Int64, at Nullable(String), note Nullable(String)", "id Int64, at Nullable(DateTime64(6, 'UTC')), note Nullable(String)", "ENGINE = MergeTree ORDER BY id")]
    public async Task A_repair_of_many_rows_ends_and_makes_the_tables_equal(string server, int rows, string left, string right, string engine, params string[] key)
    {
        await TestedEngine.Of(server).UpAsync();
        var (one, other) = ($"cli_{Guid.NewGuid():N}", $"cli_{Guid.NewGuid():N}");
        var numbers = server switch { "postgresql" => $"generate_series(1, {rows}) t(i)", "mariadb" => $"(SELECT seq AS i FROM seq_1_to_{rows}) t", _ => $"(SELECT toInt64(number + 1) AS i FROM numbers({rows})) t" };
        try
        {
            await ExecuteAsync(server, $"CREATE TABLE {one} ({left}) {engine}");
            await ExecuteAsync(server, $"CREATE TABLE {other} ({right}) {engine}");
            await ExecuteAsync(server, $"INSERT INTO {one} SELECT i, '2024-01-01 10:00:00', CASE WHEN i % 10 = 0 THEN NULL ELSE 'note' END FROM {numbers} WHERE i <> 3");
            await ExecuteAsync(server, $"INSERT INTO {other} SELECT i, '2024-01-01 10:00:00', CASE WHEN i % 1000 = 7 THEN 'other' WHEN i % 10 = 0 THEN NULL ELSE 'note' END FROM {numbers} WHERE i <> 5");
            string Table(string name) => $"{server}:{Text(server)}#{name}";
            var run = await _shell.RunAsync(["compare", Table(one), Table(other), "--repair", "/fix.sql", .. key]);
            (run.ExitCode, run.Error).ShouldBe((1, ""));
            run.Out.ShouldStartWith(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"different: {rows / 1000:N0} of {rows - 1:N0} rows modified, 1 added, 1 removed"));
            var sql = string.Join('\n', _shell.Lines("fix.sql"));
            // ClickHouse's driver takes one statement.
            foreach (var statement in server == "clickhouse" ? sql.Split(";\n") : [sql])
                await ExecuteAsync(server, statement);
            (await RunAsync(["compare", Table(one), Table(other), .. key])).ShouldStartWith("identical");
        }
        finally
        {
            await ExecuteAsync(server, $"DROP TABLE IF EXISTS {one}");
            await ExecuteAsync(server, $"DROP TABLE IF EXISTS {other}");
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Generated_events_are_written_to_a_table_as_to_a_file(string server)
    {
        await TestedEngine.Of(server).UpAsync();
        var name = $"cli_{Guid.NewGuid():N}";
        try
        {
            var written = await RunAsync("generate", "events", "--rows", "3000", "--seed", "3", "--out", $"{server}:{Text(server)}#{name}");
            written.ShouldStartWith($"{server} table {name}");
            await RunAsync("generate", "events", "--rows", "3000", "--seed", "3", "--out", "/events.parquet");
            await RunAsync("sessionize", "/events.parquet", "--out", "/expected.csv");
            await RunAsync("sessionize", $"{server}:{Text(server)}#{name}", "--out", "/actual.csv");
            _shell.Lines("actual.csv").ShouldBe(_shell.Lines("expected.csv"));
        }
        finally
        {
            await ExecuteAsync(server, $"DROP TABLE IF EXISTS {name}");
        }
    }

    [Theory]
    [InlineData("postgresql", "#no_such_table", "postgresql table no_such_table cannot be read: ")]
    [InlineData("mariadb", "#no_such_table", "mariadb table no_such_table cannot be read: ")]
    [InlineData("clickhouse", "#no_such_table", "clickhouse table no_such_table cannot be read: ")]
    [InlineData("postgresql", "", "postgresql: names no table; write postgresql:env:NAME#TABLE or postgresql:env:NAME#SCHEMA.TABLE.")]
    public async Task What_cannot_be_read_is_one_sentence_without_the_password(string server, string table, string sentence)
    {
        await TestedEngine.Of(server).UpAsync();
        var run = await _shell.RunAsync("sessionize", $"{server}:{Text(server)}{table}");
        (run.ExitCode, run.Out).ShouldBe((2, ""));
        run.Error.ShouldStartWith(sentence);
        run.Error.ShouldNotContain("Password=");
    }

    async Task<string> RunAsync(params string[] words)
    {
        var run = await _shell.RunAsync(words);
        (run.ExitCode, run.Error).ShouldBe((0, ""));
        return run.Out;
    }

    static string Text(string server) => server switch
    {
        "postgresql" => TestedEngine.PostgreSql,
        "mariadb" => TestedEngine.MariaDb,
        _ => TestedEngine.ClickHouse,
    };

    static async Task<object?> ExecuteAsync(string server, string sql)
    {
        await using DbConnection connection = server switch
        {
            "postgresql" => new NpgsqlConnection(Text(server)),
            "mariadb" => new MySqlConnection(Text(server)),
            _ => new ClickHouseConnection(Text(server)),
        };
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        return await command.ExecuteScalarAsync(TestContext.Current.CancellationToken);
    }
}
