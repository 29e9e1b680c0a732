using SqlHarness.Sessions;

namespace SqlHarness.Cli.Sessionize;

/// <summary>What a user asks of <c>sqlharness sessionize</c>.</summary>
sealed record SessionizeRequest
{
    public required string Input { get; init; }
    public required string User { get; init; }
    public required string Time { get; init; }
    public required string Id { get; init; }
    public required SessionizeOptions Options { get; init; }

    /// <summary>A column whose change also ends a session.</summary>
    public string? NewSessionOn { get; init; }

    /// <summary>Whether SQLite runs the query, and not DuckDB.</summary>
    public required bool OnSqlite { get; init; }

    /// <summary>The file for all rows; null for a preview and a summary alone.</summary>
    public string? Out { get; init; }

    public required bool Force { get; init; }

    /// <summary>Whether stdout is JSON.</summary>
    public required bool AsJson { get; init; }
}
