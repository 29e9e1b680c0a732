using DuckDB.NET.Data;
using LinqToDB;
using LinqToDB.Data;
using Microsoft.Data.Sqlite;
using SqlHarness.Engines;
using SqlHarness.Sessions;

namespace SqlHarness.Benchmarks;

/// <summary>What passes through the client: results as objects, loads, translation.</summary>
static class ClientBenchmarks
{
    sealed record Row(long Id, long User, DateTime Time, long? SessionId, DateTime? SessionStart);

    public static Ratio Objects(int rows, int rounds, bool loose)
    {
        using var workspace = Engine.DuckDb().Open();
        var events = workspace.CreateTable<Event>();
        workspace.Connection.Execute(Event.DuckDb(rows, skewed: false));
        var query = events.Sessionize(e => e.User, e => e.Time, e => e.Id);
        var sql = HandWritten.Window(sqlite: false);
        return Ratio.Measure($"DuckDB {rows:N0} results as objects", "library", () => Used(query.ToList().Count, rows), "hand-written reader", () =>
        {
            using var command = workspace.Connection.OpenDbConnection().CreateCommand();
            command.CommandText = sql;
            using var reader = command.ExecuteReader();
            var list = new List<Row>();
            while (reader.Read())
            {
                list.Add(new(reader.GetInt64(0), reader.GetInt64(1), DateTime.SpecifyKind(reader.GetDateTime(2), DateTimeKind.Utc), reader.IsDBNull(3) ? null : reader.GetInt64(3),
                    reader.IsDBNull(4) ? null : DateTime.SpecifyKind(reader.GetDateTime(4), DateTimeKind.Utc)));
            }

            Used(list.Count, rows);
        }, rounds, loose ? 3 : 1.25);
    }

    public static Ratio LoadSqlite(int rows, int rounds, bool loose)
    {
        var data = Event.Rows(rows, skewed: false).ToList();
        return Ratio.Measure($"SQLite {rows:N0} rows loaded", "library", () =>
        {
            using var workspace = Engine.Sqlite().Open();
            workspace.Load(data);
        }, "prepared statement, one transaction", () =>
        {
            using var connection = new SqliteConnection("Data Source=:memory:");
            connection.Open();
            using var create = new SqliteCommand("CREATE TABLE events (event_id INTEGER, user_id INTEGER, event_time INTEGER)", connection);
            create.ExecuteNonQuery();
            using var transaction = connection.BeginTransaction();
            using var insert = new SqliteCommand("INSERT INTO events VALUES ($id, $user, $time)", connection, transaction);
            var (id, user, time) = (insert.Parameters.Add("$id", SqliteType.Integer), insert.Parameters.Add("$user", SqliteType.Integer), insert.Parameters.Add("$time", SqliteType.Integer));
            insert.Prepare();
            foreach (var row in data)
            {
                (id.Value, user.Value, time.Value) = (row.Id, row.User, (row.Time.Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond);
                insert.ExecuteNonQuery();
            }

            transaction.Commit();
        }, rounds, loose ? 3 : 1.25);
    }

    public static Ratio LoadDuckDb(int rows, int rounds, bool loose)
    {
        var data = Event.Rows(rows, skewed: false).ToList();
        return Ratio.Measure($"DuckDB {rows:N0} rows loaded", "library", () =>
        {
            using var workspace = Engine.DuckDb().Open();
            workspace.Load(data);
        }, "raw appender", () =>
        {
            using var connection = new DuckDBConnection("DataSource=:memory:");
            connection.Open();
            using var create = connection.CreateCommand();
            create.CommandText = "CREATE TABLE events (event_id BIGINT, user_id BIGINT, event_time TIMESTAMP)";
            create.ExecuteNonQuery();
            using var appender = connection.CreateAppender("events");
            foreach (var row in data)
                appender.CreateRow().AppendValue(row.Id).AppendValue(row.User).AppendValue(row.Time).EndRow();
        }, rounds, loose ? 4 : 2);
    }

    /// <summary>A known shape, its LINQ built anew: against one millisecond.</summary>
    public static Ratio Translation(bool loose)
    {
        using var workspace = Engine.DuckDb().Open();
        var events = workspace.CreateTable<Event>();
        const int Times = 200;
        void Run()
        {
            for (var i = 0; i < Times; i++)
                Used(events.Sessionize(e => e.User, e => e.Time, e => e.Id).ToSqlQuery().Sql.Length, null);
        }

        Run();
        var measured = Ratio.Measure("", "", Run, "", () => { }, 5, null);
        return new("Translating a warm query", "library, ms a query", "1 ms", measured.OursMs / Times, 1, loose ? 5 : 1);
    }

    static void Used(int count, int? expected)
    {
        if (expected is { } rows && count != rows || count == 0)
            throw new InvalidOperationException($"{count} rows where {expected} were expected.");
    }
}
