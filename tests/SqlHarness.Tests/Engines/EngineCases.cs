using LinqToDB;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Engines;

/// <summary>The engines by name, since test cases are told apart by text.</summary>
public static class EngineCases
{
    public static TheoryData<string> Names => ["sqlite", "duckdb"];

    /// <summary>Each engine with each of some cases.</summary>
    public static TheoryData<string, string> With(IEnumerable<string> cases)
    {
        var data = new TheoryData<string, string>();
        foreach (var name in cases)
        {
            foreach (var engine in (string[])["sqlite", "duckdb"])
                data.Add(engine, name);
        }

        return data;
    }

    public static Engine Named(string name, string? file = null) => name == "sqlite" ? Engine.Sqlite(file) : Engine.DuckDb(file);

    /// <summary>Loads into a table that is already there; sync.</summary>
    public static long Add<T>(this Workspace workspace, ITable<T> table, params IEnumerable<T> rows) where T : class =>
        workspace.LoadAsync(table, rows).GetAwaiter().GetResult();
}
