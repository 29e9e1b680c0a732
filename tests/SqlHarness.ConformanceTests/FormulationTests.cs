using LinqToDB;
using SqlHarness.Sessions;

namespace SqlHarness.ConformanceTests;

/// <summary>Where nothing is said, an engine gets the formulation that no data makes slow on it.</summary>
public class FormulationTests
{
    [Theory]
    [InlineData("mariadb", "COUNT(")]
    [InlineData("mariadb (printed)", "COUNT(")]
    [InlineData("postgresql", "MAX(")]
    [InlineData("clickhouse", "MAX(")]
    [InlineData("duckdb", "MAX(")]
    public async Task Sessions_are_counted_where_a_running_MAX_is_quadratic(string engine, string window)
    {
        await using var workspace = await (await TestedEngine.Of(engine).UpAsync()).OpenAsync(TestContext.Current.CancellationToken);
        var events = workspace.CreateTable<UserEvent>();
        foreach (var sql in new[] { Sql(new()), Sql(new() { Formulation = Formulation.Window }), Sql(new() { Formulation = Formulation.RunningCount }) }.Zip([window, "MAX(", "COUNT("]))
            (sql.First.Contains("MAX(", StringComparison.Ordinal) ? "MAX(" : "COUNT(").ShouldBe(sql.Second);

        string Sql(SessionizeOptions options) => events.Where(e => e.EventId > 0).Sessionize(e => e.UserId, e => e.EventTime, e => e.EventId, options).ToSqlQuery().Sql;
    }
}
