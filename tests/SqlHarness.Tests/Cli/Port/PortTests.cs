using System.Text.Json;

namespace SqlHarness.Tests.Cli.Port;

public sealed class PortTests : IDisposable
{
    static readonly string Own = typeof(PortTests).Assembly.Location;

    readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task One_query_in_one_dialect_is_the_sql_alone()
    {
        var run = await RunAsync("sessions", "--to", "bigquery");
        run.ExitCode.ShouldBe(0, run.Error);
        run.Out.ReplaceLineEndings("\n").ShouldBe(await File.ReadAllTextAsync(Path.Combine(Repository.Root, "fixtures/sql/sessions/bigquery.sql"), Cancelled));
        run.Error.ShouldBeEmpty();
    }

    [Fact]
    public async Task Several_texts_stand_each_behind_a_heading()
    {
        var run = await RunAsync("sessions", "--to", "duckdb,trino");
        run.Out.ShouldStartWith("-- sessions, duckdb\nWITH ");
        run.Out.ShouldContain(";\n\n-- sessions, trino\nWITH ");
    }

    [Fact]
    public async Task All_queries_are_written_in_all_dialects_and_checked()
    {
        var run = await RunAsync("--out", _folder["sql"]);
        run.Out.Trim().ShouldBe($"44 of 44 files written to {_folder["sql"]}.");
        (await RunAsync("--out", _folder["sql"])).Out.ShouldStartWith("0 of 44 files written");
        var check = await RunAsync("--out", _folder["sql"], "--check");
        (check.ExitCode, check.Out.Trim()).ShouldBe((0, "44 files are as printed."));
    }

    [Fact]
    public async Task A_check_names_what_differs_what_is_missing_and_what_belongs_to_no_query()
    {
        await RunAsync("--out", _folder["sql"]);
        var (changed, missing, orphan) = (Path.Combine(_folder["sql"], "sessions", "trino.sql"), Path.Combine(_folder["sql"], "sessions", "mysql.sql"), Path.Combine(_folder["sql"], "sessions", "oracle.sql"));
        await File.WriteAllTextAsync(changed, (await File.ReadAllTextAsync(changed, Cancelled)).Replace("LAG(", "LEAD(", StringComparison.Ordinal), Cancelled);
        File.Delete(missing);
        await File.WriteAllTextAsync(orphan, "SELECT 1\n", Cancelled);
        var check = await RunAsync("--out", _folder["sql"], "--check");
        check.ExitCode.ShouldBe(1);
        check.Out.ShouldContain($"{missing} is missing.");
        check.Out.ShouldContain($"{changed} differs: line 7 is 'LEAD(event_time)");
        check.Out.ShouldContain($"{orphan} belongs to no query.");
        check.Out.ShouldContain("3 files are not as printed");
        File.Exists(missing).ShouldBeFalse();
    }

    [Fact]
    public async Task A_check_of_one_query_minds_no_other()
    {
        await RunAsync("--out", _folder["sql"]);
        File.Delete(Path.Combine(_folder["sql"], "sessionized_events", "mysql.sql"));
        (await RunAsync("sessions", "--to", "trino", "--out", _folder["sql"], "--check")).ExitCode.ShouldBe(0);
    }

    [Fact]
    public async Task A_file_that_holds_something_else_is_replaced_only_with_force()
    {
        var file = Path.Combine(_folder["sql"], "sessions", "trino.sql");
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        await File.WriteAllTextAsync(file, "mine", Cancelled);
        var run = await RunAsync("sessions", "--out", _folder["sql"]);
        (run.ExitCode, run.Error.Trim()).ShouldBe((2, $"{file} holds something else; --force replaces it."));
        Directory.EnumerateFiles(_folder["sql"], "*", SearchOption.AllDirectories).ShouldBe([file]);
        (await File.ReadAllTextAsync(file, Cancelled)).ShouldBe("mine");
        (await RunAsync("sessions", "--out", _folder["sql"], "--force")).ExitCode.ShouldBe(0);
        (await File.ReadAllTextAsync(file, Cancelled)).ShouldStartWith("WITH ");
    }

    [Fact]
    public async Task An_interrupted_run_writes_nothing()
    {
        using var interrupted = new CancellationTokenSource();
        await interrupted.CancelAsync();
        (await CommandRun.RunAsync(["port", "--out", _folder["sql"]], interrupted.Token)).ExitCode.ShouldBe(130);
        _folder.Names.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("view", "CREATE VIEW analytics.sessions AS\nWITH ", "")]
    [InlineData("table", "CREATE TABLE analytics.sessions AS\nWITH ", "")]
    [InlineData("dbt", "WITH ", "FROM {{ ref('events') }}")]
    public async Task A_query_is_a_view_a_table_or_a_dbt_model(string form, string start, string within)
    {
        string[] name = form == "dbt" ? [] : ["--name", "analytics.sessions"];
        var run = await RunAsync(["sessions", "--to", "snowflake", "--as", form, .. name]);
        run.Out.ShouldStartWith(start);
        run.Out.ShouldContain(within);
    }

    [Fact]
    public async Task Queries_of_a_users_assembly_are_printed_with_the_values_of_their_parameters()
    {
        var run = await RunAsync("ported_orders", "--assembly", Own, "--to", "duckdb", "--set", "least=100", "--names", "snake_case");
        run.Out.ReplaceLineEndings("\n").ShouldBe("""
            SELECT
                id,
                region AS region_name
            FROM shop.orders
            WHERE amount >= 100 AND region <> 'test'

            """);
    }

    [Fact]
    public async Task The_list_says_what_queries_read_return_and_need()
    {
        (await RunAsync("--list")).Out.ShouldContain("│ sessions                               │ UserEvent │ Session<Int64?, Int64, String> │ yes       │");
        var json = JsonDocument.Parse((await RunAsync("ported_orders", "--assembly", Own, "--list", "--format", "json")).Out).RootElement[0];
        json.GetProperty("reads")[0].GetString().ShouldBe(nameof(PortedOrder));
        json.GetProperty("parameters")[0].GetProperty("required").GetBoolean().ShouldBeTrue();
        json.GetProperty("parameters")[1].GetProperty("default").GetString().ShouldBe("test");
    }

    [Theory]
    [InlineData("There is no query session; sessions is probably meant.", "session")]
    [InlineData("There is no dialect bigqery (is bigquery meant?)", "--to", "bigqery")]
    [InlineData("There is no assembly My.dll.", "--assembly", "My.dll")]
    [InlineData("holds no query: put [Query(\"name\")] on a public static method", "--assembly", "Bogus.dll")]
    [InlineData("is no .NET assembly", "--assembly", "fixtures/pageviews/page_views.csv")]
    [InlineData("Query ported_orders needs a value for its parameter least, a long.", "ported_orders", "--assembly", "SqlHarness.Tests.dll")]
    [InlineData("No query has a parameter lest; least is probably meant.", "ported_orders", "--assembly", "SqlHarness.Tests.dll", "--set", "lest=1")]
    [InlineData("Parameter least must be a value of type Int64, but is 'many'.", "ported_orders", "--assembly", "SqlHarness.Tests.dll", "--set", "least=many")]
    [InlineData("--set takes a parameter and its value, as least=100, but is 'least'.", "--set", "least")]
    [InlineData("--check compares files: --out says in which folder they are.", "--check")]
    [InlineData("--name names one view or table, but 4 queries are printed.", "--as", "view", "--name", "v")]
    [InlineData("full_ported_orders in mysql: MySQL cannot express FULL JOIN.", "full_ported_orders", "--assembly", "SqlHarness.Tests.dll")]
    public async Task Bad_input_is_one_sentence_and_exit_code_2(string sentence, params string[] args)
    {
        var run = await RunAsync([.. args.Select(a => a.EndsWith(".dll", StringComparison.Ordinal) && a != "My.dll" ? Path.Combine(Path.GetDirectoryName(Own)!, a)
            : a.StartsWith("fixtures", StringComparison.Ordinal) ? Path.Combine(Repository.Root, a) : a)]);
        run.ExitCode.ShouldBe(2, run.Out);
        run.Error.ShouldContain(sentence);
        run.Error.ShouldNotContain("   at ");
        run.Out.ShouldBeEmpty();
    }

    static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    static Task<CommandRun> RunAsync(params string[] args) => CommandRun.RunAsync(["port", .. args], Cancelled);
}
