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
        foreach (var shape in Enum.GetValues<Shape>())
        {
            using var workspace = Engine.DuckDb().Open();
            var events = workspace.CreateTable<Event>();
            workspace.Connection.Execute(Event.DuckDb(rows, shape));
            var (what, ours) = ($"DuckDB {rows:N0} {Named(shape)}", Library(events, Formulation.Window));
            yield return Compare(workspace, what, ours, "the same by hand", HandWritten.Window(false), rounds, loose ? 2.5 : 1.1);
            yield return Compare(workspace, what, ours, "by hand, FIRST_VALUE", HandWritten.FirstValue(false), rounds, loose ? 2.5 : shape == Shape.Even ? 1.5 : 1.0);
            yield return Compare(workspace, what, ours, "by hand, arg_max", HandWritten.ArgMax, rounds, shape == Shape.Even ? loose ? 2.5 : 1.5 : null);
            yield return Compare(workspace, what, ours, "by hand, IGNORE NULLS", HandWritten.IgnoreNulls, rounds, loose ? 3 : shape switch { Shape.Even => 1.5, Shape.Bot => 1.0, _ => null });
            if (shape != Shape.Skewed || rows <= 300_000)
                yield return Compare(workspace, what, Library(events, Formulation.RangeJoin), "range join by hand (ours: range join)", HandWritten.RangeJoin(false), rounds, loose ? 2.5 : 1.1);
        }
    }

    /// <summary>The design's query takes minutes at a million events, so it runs once.</summary>
    public static Ratio Design(int rows)
    {
        using var workspace = Engine.DuckDb().Open();
        var events = workspace.CreateTable<Event>();
        workspace.Connection.Execute(Event.DuckDb(rows, Shape.Even));
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
        foreach (var shape in Enum.GetValues<Shape>())
        {
            using var workspace = Engine.Sqlite().Open();
            var events = workspace.Load(Event.Rows(rows, shape));
            var (what, ours) = ($"SQLite {rows:N0} {Named(shape)}", Library(events, Formulation.Window));
            yield return Compare(workspace, what, ours, "the same by hand", HandWritten.Window(true), rounds, loose ? 2.5 : 1.1);
            yield return Compare(workspace, what, ours, "by hand, FIRST_VALUE", HandWritten.FirstValue(true), rounds, null);
            if (shape == Shape.Even)
                yield return Compare(workspace, what, ours, "range join by hand", HandWritten.RangeJoin(true), 1, null);
        }
    }

    static string Named(Shape shape) => shape.ToString().ToLowerInvariant();

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
