using LinqToDB.Data;
using SqlHarness.Cli.Files;
using SqlHarness.Engines;

namespace SqlHarness.Tests.Cli.Generate;

/// <summary>20,000 events of seed 7, and questions about them.</summary>
public sealed class GeneratedEvents : IAsyncLifetime
{
    public const int Rows = 20_000;

    readonly TemporaryFolder _folder = new();
    readonly Workspace _workspace = Engine.DuckDb().Open();

    /// <summary>What the command printed.</summary>
    public string Summary { get; private set; } = "";

    public async ValueTask InitializeAsync()
    {
        var run = await GenerateRun.EventsAsync("--rows", "20000", "--seed", "7", "--out", _folder["events.parquet"]);
        run.ExitCode.ShouldBe(0, run.Error);
        Summary = run.Out;
        _workspace.Connection.Execute($"CREATE TABLE events AS SELECT * FROM read_parquet({SqlText.Literal(_folder["events.parquet"])}, file_row_number = true)");
        _workspace.Connection.Execute($"""
            CREATE TABLE silences AS
            SELECT user_id, event_time, epoch_us(event_time) - epoch_us(lag(event_time) OVER (PARTITION BY user_id ORDER BY event_time)) AS micros
            FROM events WHERE user_id IS NOT NULL AND event_time IS NOT NULL
            """);
    }

    /// <summary>The one value that a query answers; the tables are <c>events</c>, and <c>silences</c> before each event of a user.</summary>
    public T One<T>(string select) => _workspace.Connection.Execute<T>(select);

    /// <summary>How many events there are of a kind.</summary>
    public long Count(string where) => One<long>($"SELECT count(*) FROM events WHERE {where}");

    /// <summary>The part of all events that are of a kind.</summary>
    public double Share(string where) => (double)Count(where) / Rows;

    public ValueTask DisposeAsync()
    {
        _workspace.Dispose();
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }
}
