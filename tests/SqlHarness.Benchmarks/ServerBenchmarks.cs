using ClickHouse.Driver.ADO;
using LinqToDB;
using LinqToDB.Data;
using MySqlConnector;
using Npgsql;
using SqlHarness.Engines;
using SqlHarness.Engines.Dialects;
using SqlHarness.Sessions;

namespace SqlHarness.Benchmarks;

/// <summary>The library's query against the same by hand on servers, both consumed there. The servers are those of <c>fixtures/engines/up.sh</c>.</summary>
static class ServerBenchmarks
{
    // Half an hour as each server's users write it.
    const string Standard = "event_time - previous_time > INTERVAL '30 minutes'", MariaDb = "event_time > previous_time + INTERVAL 30 MINUTE", ClickHouse = "event_time > previous_time + INTERVAL 30 MINUTE";

    public static IEnumerable<Ratio> All(int rows, int rounds) =>
        Of("PostgreSQL", Engine.For(Dialect.PostgreSql, () => new NpgsqlConnection($"Host=127.0.0.1;Port={Port("POSTGRESQL", 25432)};Username=sqlharness;Password=sqlharness;Database=sqlharness;Command Timeout=0")), Standard, rows, rounds)
            .Concat(Of("MariaDB", Engine.For(Dialect.MariaDb, () => new MySqlConnection($"Server=127.0.0.1;Port={Port("MARIADB", 23306)};User ID=sqlharness;Password=sqlharness;Database=sqlharness;Default Command Timeout=0")), MariaDb, rows, rounds))
            .Concat(Of("ClickHouse", Engine.For(Dialect.ClickHouse, () => new ClickHouseConnection($"Host=127.0.0.1;Port={Port("CLICKHOUSE", 28123)};Username=sqlharness;Password=sqlharness;Database=default;Timeout=600")), ClickHouse, rows, rounds));

    static IEnumerable<Ratio> Of(string title, Engine engine, string silent, int rows, int rounds)
    {
        foreach (var shape in new[] { Shape.Even, Shape.Skewed })
        {
            using var workspace = engine.Open();
            var events = workspace.Load(Event.Rows(rows, shape));
            var from = events.DatabaseName is { } database ? $"{database}.events" : "events";
            var result = events.DatabaseName is { } own ? $"{own}.result" : "result";
            var create = title == "ClickHouse" ? $"CREATE TABLE {result} ENGINE = MergeTree ORDER BY tuple() AS " : $"CREATE TEMPORARY TABLE {result} AS ";
            var what = $"{title} {rows:N0} {shape.ToString().ToLowerInvariant()}";
            yield return Ratio.Measure(what, "library", () => Run(Library(events)), "the same by hand", () => Run(HandWritten.OnServer(silent, from, range: false)), rounds, 1.1);
            // Its cost grows with the square of one user's sessions.
            if (shape == Shape.Even)
                yield return Ratio.Measure(what, "library", () => Run(Library(events)), "range join by hand", () => Run(HandWritten.OnServer(silent, from, range: true)), 1, null);

            void Run(string sql)
            {
                workspace.Connection.Execute($"DROP TABLE IF EXISTS {result}");
                workspace.Connection.Execute(create + sql);
            }
        }
    }

    static string Library(ITable<Event> events) =>
        events.Sessionize(e => e.User, e => e.Time, e => e.Id)
            .Select(s => new { s.Event.Id, s.Event.User, s.Event.Time, s.SessionId, s.SessionStart }).ToSqlQuery(new SqlGenerationOptions { InlineParameters = true }).Sql;

    static string Port(string server, int usual) => Environment.GetEnvironmentVariable($"SQLHARNESS_{server}_PORT") ?? usual.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
