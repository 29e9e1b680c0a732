using LinqToDB;
using LinqToDB.Data;
using Microsoft.Data.Sqlite;
using SqlHarness.Portability;

namespace SqlHarness.Engines.Sqlite;

/// <summary>SQLite with exact microseconds, in memory or on the user's file.</summary>
sealed class SqliteEngine(string? file) : Engine
{
    static readonly DataOptions Options = new DataOptions().UseDataProvider(SqliteMicrosProvider.Instance).UseConnectionString("Data Source=:memory:").UseSqlHarness();

    public override string Name => "sqlite";

    public override async Task<Workspace> OpenAsync(CancellationToken cancellationToken = default)
    {
        var text = new SqliteConnectionStringBuilder { DataSource = file ?? ":memory:", Pooling = false }.ToString();
        var connection = new DataConnection(Options.UseConnectionString(text));
        return await OpenedAsync(connection, file, "SELECT sqlite_version() FROM (SELECT COUNT(*) FROM sqlite_master)", cancellationToken).ConfigureAwait(false);
    }
}
