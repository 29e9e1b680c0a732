using DuckDB.NET.Data;
using LinqToDB;
using LinqToDB.Data;
using SqlHarness.Portability;

namespace SqlHarness.Engines.DuckDb;

/// <summary>DuckDB, in memory or on the user's file.</summary>
sealed class DuckDbEngine(string? file) : Engine
{
    static readonly DataOptions Options = new DataOptions().UseDuckDB("DataSource=:memory:").UseAdditionalMappingSchema(DuckDbSchema.Instance).UseSqlHarness();

    public override string Name => "duckdb";

    public override async Task<Workspace> OpenAsync(CancellationToken cancellationToken = default)
    {
        var text = new DuckDBConnectionStringBuilder { DataSource = file ?? ":memory:" }.ToString();
        var connection = new DataConnection(Options.UseConnectionString(text));
        return await OpenedAsync(connection, file, "SELECT version()", cancellationToken).ConfigureAwait(false);
    }
}
