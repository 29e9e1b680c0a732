using System.Data.Common;
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
    static readonly Func<DbConnection> PostgreSql = () => new NpgsqlConnection($"Host=127.0.0.1;Port={Port("POSTGRESQL", 25432)};Username=sqlharness;Password=sqlharness;Database=sqlharness;Command Timeout=0");
    static readonly Func<DbConnection> ClickHouse = () => new ClickHouseConnection($"Host=127.0.0.1;Port={Port("CLICKHOUSE", 28123)};Username=sqlharness;Password=sqlharness;Database=default;Timeout=600");
    static readonly Func<DbConnection> MariaDb = () => new MySqlConnection($"Server=127.0.0.1;Port={Port("MARIADB", 23306)};User ID=sqlharness;Password=sqlharness;Database=sqlharness;Default Command Timeout=0");

    public static IEnumerable<Ratio> All(int rows, int rounds) =>
        Of(Dialect.PostgreSql, PostgreSql, rows, rounds)
            // Its runs take less than half a second.
            .Concat(Of(Dialect.ClickHouse, ClickHouse, rows, 5 * rounds))
            .Concat(Of(Dialect.MariaDb, MariaDb, rows, rounds));

    /// <summary>Comparisons of a server beside DuckDB.</summary>
    public static IEnumerable<Ratio> Comparisons(int rows, int rounds) =>
        new[] { (Dialect.PostgreSql, PostgreSql), (Dialect.ClickHouse, ClickHouse), (Dialect.MariaDb, MariaDb) }.Select(s => CompareAcross.Server(s.Item1, s.Item2, rows, rounds));

    static IEnumerable<Ratio> Of(Dialect dialect, Func<DbConnection> connect, int rows, int rounds)
    {
        var engine = Engine.For(dialect, connect);
        var own = dialect == Dialect.MariaDb ? Formulation.RunningCount : Formulation.Window;
        foreach (var shape in new[] { Shape.Even, Shape.Skewed })
        {
            using var workspace = engine.Open();
            var events = workspace.Load(Event.Rows(rows, shape));
            var place = events.DatabaseName is { } database ? database + "." : "";
            var create = dialect == Dialect.ClickHouse ? $"CREATE TABLE {place}result ENGINE = MergeTree ORDER BY tuple() AS " : $"CREATE TEMPORARY TABLE {place}result AS ";
            var what = $"{dialect.Title} {rows:N0} {shape.ToString().ToLowerInvariant()}";
            yield return Ratio.Measure(what, "library", () => Run(Library(events)), "the same by hand", () => Run(ByHand(own)), rounds, 1.1);
            // Their cost grows with the square of one user's sessions, or events.
            if (shape == Shape.Even)
                yield return Ratio.Measure(what, "library", () => Run(Library(events)), "range join by hand", () => Run(ByHand(Formulation.RangeJoin)), 1, null);
            if (shape == Shape.Even && own == Formulation.RunningCount)
                yield return Ratio.Measure(what, "library", () => Run(Library(events)), "running MAX by hand", () => Run(ByHand(Formulation.Window)), 1, null);

            string ByHand(Formulation formulation) => HandWritten.OnServer(dialect, place + "events", formulation);

            void Run(string sql)
            {
                workspace.Connection.Execute($"DROP TABLE IF EXISTS {place}result");
                workspace.Connection.Execute(create + sql);
            }
        }
    }

    static string Library(ITable<Event> events) =>
        events.Sessionize(e => e.User, e => e.Time, e => e.Id)
            .Select(s => new { s.Event.Id, s.Event.User, s.Event.Time, s.SessionId, s.SessionStart }).ToSqlQuery(new SqlGenerationOptions { InlineParameters = true }).Sql;

    static string Port(string server, int usual) => Environment.GetEnvironmentVariable($"SQLHARNESS_{server}_PORT") ?? usual.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
