using System.Text.Json;
using DuckDB.NET.Data;
using Microsoft.Data.Sqlite;

namespace SqlHarness.Tests.Cli.Compare;

/// <summary>Columns that are text, or a number that stands for a time, where the other side has types.</summary>
public sealed class TypedTextTests : IDisposable
{
    readonly Shell _shell = new();

    public void Dispose() => _shell.Dispose();

    async Task<JsonElement> CompareAsync(int code, params string[] words)
    {
        var run = await _shell.RunAsync(["compare", .. words, "--key", "id", "--format", "json"]);
        run.ShouldSatisfyAllConditions(r => r.Error.ShouldBe(""), r => r.ExitCode.ShouldBe(code, r.Out));
        return JsonDocument.Parse(run.Out).RootElement;
    }

    string DuckDb(string file, string select)
    {
        using var connection = new DuckDBConnection($"Data Source={_shell.PathOf(file)}");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE TABLE t AS {select}";
        command.ExecuteNonQuery();
        return $"duckdb:{_shell.PathOf(file)}#t";
    }

    string Sqlite(string create, string insert)
    {
        using var connection = new SqliteConnection($"Data Source={_shell.PathOf("old.sqlite")};Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"CREATE TABLE t ({create}); INSERT INTO t VALUES {insert}";
        command.ExecuteNonQuery();
        return $"sqlite:{_shell.PathOf("old.sqlite")}#t";
    }

    static string[] TypesChanged(JsonElement json) => [.. json.GetProperty("schema").EnumerateArray().Where(d => d.GetProperty("change").GetString() == "type").Select(d => $"{d.GetProperty("column")}: {d.GetProperty("left")} to {d.GetProperty("right")}")];

    [Fact]
    public async Task A_table_of_texts_is_compared_by_value_and_the_schema_says_that_its_types_changed()
    {
        var texts = DuckDb("texts.duckdb", "SELECT * FROM (VALUES (1, '2024-01-01T10:00:00Z', '7.250', '2024-01-01'), (2, '2024-01-02 00:00:00', '8', '2024-01-02')) v(id, made_at, price, day)");
        var types = DuckDb("types.duckdb", "SELECT * FROM (VALUES (1, TIMESTAMP '2024-01-01 10:00:00', 7.25::DECIMAL(9, 2), DATE '2024-01-01'), (2, TIMESTAMP '2024-01-02 00:00:00', 8::DECIMAL(9, 2), DATE '2024-01-02')) v(id, made_at, price, day)");
        var json = await CompareAsync(0, texts, types, "--tolerance", "price=0.01");
        TypesChanged(json).ShouldBe(["made_at: VARCHAR to TIMESTAMP", "price: VARCHAR to DECIMAL(9,2)", "day: VARCHAR to DATE"]);
        json.GetProperty("verdict").GetString().ShouldBe("identical");
        TypesChanged(await CompareAsync(0, types, texts)).ShouldBe(["made_at: TIMESTAMP to VARCHAR", "price: DECIMAL(9,2) to VARCHAR", "day: DATE to VARCHAR"]);
    }

    [Fact]
    public async Task A_text_that_says_nothing_is_a_difference_and_not_a_refusal()
    {
        var texts = DuckDb("texts.duckdb", "SELECT * FROM (VALUES (1, '2024-01-01T10:00:00Z', '7.250', '2024-01-01', '3.140'), (2, 'later', 'n/a', '?', 'none')) v(id, made_at, price, day, weight)");
        var types = DuckDb("types.duckdb", "SELECT * FROM (VALUES (1, TIMESTAMP '2024-01-01 10:00:00', 7.25::DECIMAL(9, 2), DATE '2024-01-01', 3.14::FLOAT), (2, TIMESTAMP '2024-01-02 00:00:00', 8::DECIMAL(9, 2), DATE '2024-01-02', 2.5::FLOAT)) v(id, made_at, price, day, weight)");
        var json = await CompareAsync(1, texts, types);
        json.GetProperty("rows").GetProperty("modified").GetInt64().ShouldBe(1);
        json.GetProperty("columns").EnumerateArray().Select(c => JsonSerializer.Serialize(c.GetProperty("examples"))).ShouldBe(["[]",
            """[{"key":{"id":2},"left":"later","right":"2024-01-02 00:00:00"}]""", """[{"key":{"id":2},"left":"n/a","right":"8.00"}]""", """[{"key":{"id":2},"left":"?","right":"2024-01-02 00:00:00"}]""",
            """[{"key":{"id":2},"left":"none","right":"2.5"}]"""]);
    }

    [Fact]
    public async Task Times_and_decimals_of_a_SQLite_table_are_found_in_what_it_stores()
    {
        // Microseconds since 1970, a text, and a numeric column, which holds whole numbers as integers and others as floating-point numbers.
        var old = Sqlite("id INTEGER PRIMARY KEY, micros INTEGER, made_at TEXT, price DECIMAL(9, 2)", "(1, 1704103200000000, '2024-01-01 10:00:00.5', 7), (2, 1704067200000001, '2024-01-02', 7.25), (3, NULL, NULL, NULL)");
        var types = DuckDb("types.duckdb", """
            SELECT * FROM (VALUES (1::BIGINT, TIMESTAMP '2024-01-01 10:00:00', TIMESTAMP '2024-01-01 10:00:00.5', 7::DECIMAL(9, 2)), (2, TIMESTAMP '2024-01-01 00:00:00.000001', TIMESTAMP '2024-01-02', 7.25::DECIMAL(9, 2)), (3, NULL, NULL, NULL)) v(id, micros, made_at, price)
            """);
        var json = await CompareAsync(0, old, types);
        TypesChanged(json).ShouldBe(["micros: BIGINT to TIMESTAMP", "made_at: VARCHAR to TIMESTAMP", "price: DOUBLE to DECIMAL(9,2)"], ignoreOrder: true);
    }

    // DuckDB compares no text with a time.
    [Theory]
    [InlineData("as_text", "as_types")]
    [InlineData("as_types", "as_text")]
    public async Task A_repair_casts_where_one_side_is_text(string left, string right)
    {
        const string values = "(VALUES (1, '2024-01-01 10:00:00', '7.25'), (2, '2024-01-02 00:00:00', '8.00'), (3, NULL, NULL)) v(id, made_at, price)";
        DuckDb("one.duckdb", "SELECT 1 AS unused");
        Execute($"CREATE TABLE as_text AS SELECT * FROM {values}; CREATE TABLE as_types AS SELECT id, CAST(made_at AS TIMESTAMP) AS made_at, CAST(price AS DECIMAL(9, 2)) AS price FROM {values}");
        Execute($"UPDATE {right} SET price = '9.50', made_at = '2024-01-03 00:00:00' WHERE id <> 1; DELETE FROM {right} WHERE id = 3");
        string Table(string name) => $"duckdb:{_shell.PathOf("one.duckdb")}#{name}";
        await CompareAsync(1, Table(left), Table(right), "--repair", "/fix.sql");
        Execute(await File.ReadAllTextAsync(_shell.PathOf("fix.sql"), TestContext.Current.CancellationToken));
        (await CompareAsync(0, Table(left), Table(right))).GetProperty("verdict").GetString().ShouldBe("identical");

        void Execute(string sql)
        {
            using var connection = new DuckDBConnection($"Data Source={_shell.PathOf("one.duckdb")}");
            connection.Open();
            using var command = connection.CreateCommand();
            command.CommandText = sql;
            command.ExecuteNonQuery();
        }
    }

    [Fact]
    public async Task A_SQLite_column_of_whole_numbers_beyond_what_a_floating_point_number_holds_is_not_mixed_with_those()
    {
        var old = Sqlite("id INTEGER PRIMARY KEY, price DECIMAL(9, 2)", "(1, 9007199254740993), (2, 7.25)");
        var run = await _shell.RunAsync("compare", old, DuckDb("types.duckdb", "SELECT 1 AS id, 2.5 AS price"), "--key", "id");
        run.ExitCode.ShouldBe(2);
        run.Error.ShouldContain("column price holds values of several types (large integer, real), and only one can be kept as it is.");
    }
}
