using SqlHarness.Engines;

namespace SqlHarness.DialectTests;

/// <summary>Macros for functions of a dialect that the translator leaves as they are, though DuckDB has none of that name.</summary>
static class StandIns
{
    static readonly Dictionary<string, string[]> Macros = new();

    public static async Task CreateAsync(Workspace workspace, string dialect)
    {
        var connection = await workspace.Connection.OpenDbConnectionAsync(TestContext.Current.CancellationToken);
        foreach (var macro in Macros.GetValueOrDefault(dialect, []))
        {
            await using var command = connection.CreateCommand();
            command.CommandText = $"CREATE TEMP MACRO {macro}";
            await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        }
    }
}
