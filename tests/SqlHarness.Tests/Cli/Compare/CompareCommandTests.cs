using System.Text.Json;
using System.Xml.Linq;

namespace SqlHarness.Tests.Cli.Compare;

/// <summary>The command: its verdicts, exit codes and files, and what it refuses in one sentence.</summary>
public sealed class CompareCommandTests : IDisposable
{
    readonly Shell _shell = new();

    public CompareCommandTests()
    {
        _shell.Write("old.csv", "order_id,region,ordered_at,sale,name", "1,north,2024-01-01 10:00:00,1.50,a", "2,north,2024-01-01 11:00:00,2.50,b", "3,south,2024-01-02 10:00:00,3.50,c");
        _shell.Write("new.csv", "order_id,region,ordered_at,sale,name", "3,south,2024-01-02 10:00:00,3.50,c", "2,north,2024-01-01 11:00:00,2.51,b", "1,north,2024-01-01 10:00:00,1.50,a ");
        _shell.Write("same.csv", "name,sale,ordered_at,region,order_id", "c,3.50,2024-01-02 10:00:00,south,3", "b,2.50,2024-01-01 11:00:00,north,2", "a,1.50,2024-01-01 10:00:00,north,1");
        _shell.Write("other.csv", "id,amount", "1,2");
        _shell.Write("ragged.csv", "id,amount", "1,2", "2,3,4");
        _shell.Write("unclosed.csv", "id,amount", "1,\"2", "2,3");
    }

    public void Dispose() => _shell.Dispose();

    Task<CommandRun> CompareAsync(params string[] words) => _shell.RunAsync(["compare", .. words]);

    [Theory]
    [InlineData(0, "identical: 3 rows, 5 columns", "/old.csv", "/same.csv")]
    [InlineData(1, "different: 2 of 3 rows modified", "/old.csv", "/new.csv")]
    [InlineData(0, "equal within the rules: 3 rows; 2 rules hid differences", "/old.csv", "/new.csv", "--tolerance", "sale=0.01", "--tolerance", "name=trim")]
    [InlineData(1, "equal within the rules: 3 rows; 2 rules hid differences", "/old.csv", "/new.csv", "--tolerance", "sale=0.01", "--tolerance", "name=trim", "--strict")]
    [InlineData(0, "equal within the rules", "/old.csv", "/new.csv", "--ignore", "sale,name")]
    [InlineData(0, "equal within the rules", "/old.csv", "/new.csv", "--where", "order_id = '3'")]
    [InlineData(1, "different: 1 of 3 rows modified", "/old.csv", "/new.csv", "--ignore", "name")]
    [InlineData(1, "different", "/old.csv", "/new.csv", "--key", "none")]
    [InlineData(0, "identical", "/old.csv", "/same.csv", "--key", "none", "--levels", "region,day:ordered_at", "--measures", "sale,distinct:name")]
    public async Task A_verdict_has_its_exit_code(int code, string headline, params string[] words)
    {
        var run = await CompareAsync(words);
        run.Error.ShouldBe("");
        run.Out.ShouldStartWith(headline);
        run.ExitCode.ShouldBe(code);
    }

    [Fact]
    public async Task Json_holds_what_is_documented()
    {
        var run = await CompareAsync("/old.csv", "/new.csv", "--levels", "region", "--measures", "sale", "--tolerance", "name=trim", "--format", "json");
        run.ExitCode.ShouldBe(1);
        var json = JsonDocument.Parse(run.Out).RootElement;
        json.GetProperty("version").GetInt32().ShouldBe(1);
        json.GetProperty("verdict").GetString().ShouldBe("different");
        json.GetProperty("key")[0].GetString().ShouldBe("order_id");
        json.GetProperty("rows").GetProperty("modified").GetInt64().ShouldBe(1);
        json.GetProperty("hidden").EnumerateArray().Select(h => (h.GetProperty("column").GetString(), h.GetProperty("rows").GetInt64())).ShouldBe([("name", 1L)]);
        json.GetProperty("columns").EnumerateArray().Single(c => c.GetProperty("name").GetString() == "sale").GetProperty("different").GetInt64().ShouldBe(1);
        json.GetProperty("totals").EnumerateArray().Count(t => t.GetProperty("differs").GetBoolean()).ShouldBe(2);
    }

    [Theory]
    [InlineData("html", "report.html", "<!doctype html>")]
    [InlineData("markdown", "report.md", "")]
    [InlineData("junit", "report.xml", "<?xml")]
    public async Task A_report_is_a_file_that_is_not_replaced_unless_told(string format, string file, string start)
    {
        (await CompareAsync("/old.csv", "/new.csv", "--format", format, "--out", "/" + file)).ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(1), r => r.Out.ShouldContain($"written {file}"));
        var text = await File.ReadAllTextAsync(_shell.PathOf(file), TestContext.Current.CancellationToken);
        text.ShouldStartWith(start, Case.Insensitive);
        text.ShouldContain("sale");
        if (format == "junit")
            XDocument.Parse(text).Descendants("failure").ShouldNotBeEmpty();
        var again = await CompareAsync("/old.csv", "/new.csv", "--format", format, "--out", "/" + file);
        (again.ExitCode, again.Error.Trim()).ShouldBe((2, $"{file} exists; --force replaces it."));
        (await CompareAsync("/old.csv", "/same.csv", "--format", format, "--out", "/" + file, "--force")).ExitCode.ShouldBe(0);
    }

    [Theory]
    [InlineData("old.csv and other.csv have no column in common to compare: old.csv has order_id, region, ordered_at, sale, name; other.csv has id, amount.", "/old.csv", "/other.csv")]
    [InlineData("There is no column oder_id for the key on both sides; did you mean order_id?", "/old.csv", "/new.csv", "--key", "oder_id")]
    [InlineData("old.csv: row 1, column name: 'a' is not a number, which an option needs there.", "/old.csv", "/new.csv", "--tolerance", "name=0.1")]
    [InlineData("old.csv: row 1, column region: 'north' is not a time, which an option needs there.", "/old.csv", "/new.csv", "--levels", "day:region")]
    [InlineData("old.csv: row 1, column region: 'north' is not a time, which an option needs there.", "/old.csv", "/new.csv", "--overlap", "region")]
    [InlineData("but is 'sale=soon'.", "/old.csv", "/new.csv", "--tolerance", "sale=soon")]
    [InlineData("--sample is written as 5% or 0.1%, in steps of 0.1%, but is '5'.", "/old.csv", "/new.csv", "--sample", "5")]
    [InlineData("--levels cuts times to second, minute, hour, day, month or year, not to 'week'.", "/old.csv", "/new.csv", "--levels", "week:ordered_at")]
    [InlineData("There is no file none.csv.", "/old.csv", "/none.csv")]
    [InlineData("ragged.csv cannot be read: line 3 has 3 columns where the header has 2.", "/other.csv", "/ragged.csv")]
    [InlineData("ragged.csv cannot be read: line 3 has 3 columns where the header has 2.", "/ragged.csv", "/other.csv", "--key", "id")]
    [InlineData("ragged.csv cannot be read: line 3 has 3 columns where the header has 2.", "/ragged.csv", "/other.csv", "--tolerance", "amount=1")]
    [InlineData("unclosed.csv cannot be read: CSV Error on Line: 2, Value with unterminated quote found.", "/other.csv", "/unclosed.csv")]
    [InlineData("Standard input can be one side, not both.", "-", "-")]
    [InlineData("--repair prints SQL for a table, and new.csv is none.", "/old.csv", "/new.csv", "--repair", "fix.sql")]
    public async Task Bad_input_is_one_sentence(string sentence, params string[] words)
    {
        var before = _shell.Files;
        var run = await CompareAsync([.. words, "--format", "html", "--out", "/report.html"]);
        run.ExitCode.ShouldBe(2);
        run.Out.ShouldBe("");
        run.Error.TrimEnd().ShouldEndWith(sentence);
        run.Error.Trim().Split('\n').Length.ShouldBe(1);
        _shell.Files.ShouldBe(before);
    }

    [Theory]
    [InlineData("duckdb:/old.duckdb#orders", "duckdb:/new.duckdb#orders", "UPDATE")]
    [InlineData("duckdb:/new.duckdb#should_be", "duckdb:/new.duckdb#orders", "should_be")]
    public async Task A_repair_is_printed_and_makes_the_right_side_equal(string left, string right, string word)
    {
        await ExecuteAsync("old.duckdb", "CREATE TABLE orders AS SELECT i AS order_id, i * 1.5 AS sale, 'customer ' || i AS name FROM range(10) t(i)");
        await ExecuteAsync("new.duckdb", "CREATE TABLE should_be AS SELECT i AS order_id, i * 1.5 AS sale, 'customer ' || i AS name FROM range(10) t(i); CREATE TABLE orders AS SELECT * REPLACE (CASE order_id WHEN 4 THEN 0 ELSE sale END AS sale) FROM should_be WHERE order_id <> 7 UNION ALL SELECT 99, 1.5, NULL");
        var (from, to) = (left.Replace(":/", $":{_shell.PathOf("")}/", StringComparison.Ordinal), right.Replace(":/", $":{_shell.PathOf("")}/", StringComparison.Ordinal));

        (await CompareAsync(from, to, "--repair", "/fix.sql")).ExitCode.ShouldBe(1);
        var sql = await File.ReadAllTextAsync(_shell.PathOf("fix.sql"), TestContext.Current.CancellationToken);
        sql.ShouldContain(word);
        (await CompareAsync(from, to)).ExitCode.ShouldBe(1);
        await ExecuteAsync("new.duckdb", sql);
        (await CompareAsync(from, to)).ShouldSatisfyAllConditions(r => r.ExitCode.ShouldBe(0), r => r.Out.ShouldStartWith("identical: 10 rows"));
    }

    // DuckDB's casts round 7.25 to 7 and 1e-20 to 0, and cut the time off a day and the seventh digit off a second.
    [Theory]
    [InlineData("BIGINT", "7", "7", "7.0", 0)]
    [InlineData("BIGINT", "7", "7", "7.25", 1)]
    [InlineData("DECIMAL(9, 2)", "7.25", "7.25", "7.250", 0)]
    [InlineData("DECIMAL(9, 2)", "7.25", "7.25", "7.251", 1)]
    [InlineData("DECIMAL(9, 2)", "0", "0", "1e-20", 1)]
    [InlineData("FLOAT", "3.14", "3.14", "3.140", 0)]
    [InlineData("FLOAT", "3.14", "3.14", "3.1400001", 1)]
    [InlineData("FLOAT", "3.1415927", "3.1415927", "3.14159265358979", 1)]
    [InlineData("DATE", "2024-01-01", "2024-01-01", "2024-01-01 00:00:00", 0)]
    [InlineData("DATE", "2024-01-01", "2024-01-01", "2024-01-01 10:00:00", 1)]
    [InlineData("TIMESTAMP", "2024-01-01 10:00:00.123456", "2024-01-01T10:00:00.123456", "2024-01-01 10:00:00.12345600", 0)]
    public async Task A_text_is_read_as_the_other_side_only_if_nothing_of_it_is_lost(string type, string stored, string same, string text, int code)
    {
        await ExecuteAsync("typed.duckdb", $"CREATE TABLE t AS SELECT id, CAST('{stored}' AS {type}) AS value FROM range(1, 3) r(id)");
        _shell.Write("text.csv", "id,value", $"1,{same}", $"2,{text}");
        (await CompareAsync("/text.csv", $"duckdb:{_shell.PathOf("typed.duckdb")}#t", "--key", "id")).ShouldSatisfyAllConditions(r => r.Error.ShouldBe(""), r => r.ExitCode.ShouldBe(code, r.Out));
    }

    [Fact]
    public async Task Only_the_times_of_both_sides_are_compared()
    {
        _shell.Write("later.csv", "order_id,region,ordered_at,sale,name", "2,north,2024-01-01 11:00:00,2.50,b", "3,south,2024-01-02 10:00:00,3.50,c", "4,south,2024-01-03 10:00:00,4.50,d");
        var run = await CompareAsync("/old.csv", "/later.csv", "--overlap", "ordered_at");
        run.ShouldSatisfyAllConditions(r => r.Error.ShouldBe(""), r => r.ExitCode.ShouldBe(0), r => r.Out.ShouldStartWith("equal within the rules: 2 rows"), r => r.Out.ShouldContain("ordered_at is from 2024-01-01 11:00:00 to 2024-01-02 10:00:00"));
    }

    async Task ExecuteAsync(string file, string sql)
    {
        await using var connection = new DuckDB.NET.Data.DuckDBConnection($"Data Source={_shell.PathOf(file)}");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
    }

    [Fact]
    public async Task Masked_values_are_in_no_answer()
    {
        foreach (var format in new[] { "table", "json", "junit", "markdown", "html" })
        {
            var run = await CompareAsync("/old.csv", "/new.csv", "--mask", "sale,name", "--format", format);
            run.ExitCode.ShouldBe(1);
            run.Out.ShouldNotContain("2.51");
        }
    }
}
