using LinqToDB;
using LinqToDB.Data;
using SqlHarness.Engines;
using SqlHarness.Sessions;

namespace SqlHarness.Benchmarks;

/// <summary>The library's query against the same by hand and against other forms, both consumed on the server as CREATE TABLE AS.</summary>
static class SessionizeBenchmarks
{
    public static IEnumerable<Ratio> DuckDb(int rows, int rounds, bool loose)
    {
        foreach (var skewed in new[] { false, true })
        {
            using var workspace = Engine.DuckDb().Open();
            var events = workspace.CreateTable<Event>();
            workspace.Connection.Execute(Event.DuckDb(rows, skewed));
            var (what, ours) = ($"DuckDB {rows:N0} {Named(skewed)}", Library(events, Formulation.Window));
            yield return Compare(workspace, what, ours, "the same by hand", HandWritten.Window(false), rounds, loose ? 2.5 : 1.1);
            yield return Compare(workspace, what, ours, "by hand, FIRST_VALUE", HandWritten.FirstValue(false), rounds, loose ? 2.5 : skewed ? 1.0 : 1.5);
            yield return Compare(workspace, what, ours, "by hand, arg_max", HandWritten.ArgMax, rounds, skewed ? null : loose ? 2.5 : 1.5);
            yield return Compare(workspace, what, ours, "by hand, IGNORE NULLS", HandWritten.IgnoreNulls, rounds, skewed ? null : loose ? 3 : 1.5);
            if (!skewed || rows <= 300_000)
                yield return Compare(workspace, what, Library(events, Formulation.RangeJoin), "range join by hand (ours: range join)", HandWritten.RangeJoin(false), rounds, loose ? 2.5 : 1.1);
        }
    }

    /// <summary>The design's query takes minutes at a million events, so it runs once.</summary>
    public static Ratio Design(int rows)
    {
        using var workspace = Engine.DuckDb().Open();
        var events = workspace.CreateTable<Event>();
        workspace.Connection.Execute(Event.DuckDb(rows, skewed: false));
        var ours = Library(events, Formulation.Window);
        var watch = System.Diagnostics.Stopwatch.StartNew();
        Create(workspace, ours);
        var (first, _) = (watch.Elapsed.TotalMilliseconds, 0);
        watch.Restart();
        Create(workspace, HandWritten.Design);
        return new($"DuckDB {rows:N0} even", "library", "the design's query as written", first, watch.Elapsed.TotalMilliseconds, 1);
    }

    public static IEnumerable<Ratio> Sqlite(int rows, int rounds, bool loose)
    {
        foreach (var skewed in new[] { false, true })
        {
            using var workspace = Engine.Sqlite().Open();
            var events = workspace.Load(Event.Rows(rows, skewed));
            var (what, ours) = ($"SQLite {rows:N0} {Named(skewed)}", Library(events, Formulation.Window));
            yield return Compare(workspace, what, ours, "the same by hand", HandWritten.Window(true), rounds, loose ? 2.5 : 1.1);
            yield return Compare(workspace, what, ours, "by hand, FIRST_VALUE", HandWritten.FirstValue(true), rounds, null);
            if (!skewed)
                yield return Compare(workspace, what, ours, "range join by hand", HandWritten.RangeJoin(true), 1, loose ? null : 0.5);
        }
    }

    static string Named(bool skewed) => skewed ? "skewed" : "even";

    static string Library(ITable<Event> events, Formulation formulation) =>
        events.Sessionize(e => e.User, e => e.Time, e => e.Id, new() { Formulation = formulation })
            .Select(s => new { s.Event.Id, s.Event.User, s.Event.Time, s.SessionId, s.SessionStart })
            .ToSqlQuery(new SqlGenerationOptions { InlineParameters = true }).Sql;

    static Ratio Compare(Workspace workspace, string what, string ours, string by, string theirs, int rounds, double? bound) =>
        Ratio.Measure(what, "library", () => Create(workspace, ours), by, () => Create(workspace, theirs), rounds, bound);

    static void Create(Workspace workspace, string sql)
    {
        workspace.Connection.Execute("DROP TABLE IF EXISTS result");
        workspace.Connection.Execute("CREATE TABLE result AS " + sql);
    }
}
