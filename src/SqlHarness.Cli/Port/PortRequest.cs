namespace SqlHarness.Cli.Port;

/// <summary>What <c>port</c> was asked for.</summary>
sealed record PortRequest
{
    /// <summary>The queries' names; all where none is named.</summary>
    public required IReadOnlyList<string> Queries { get; init; }

    /// <summary>The dialects' names; all where none is named, or <c>all</c> is.</summary>
    public required IReadOnlyList<string> Dialects { get; init; }

    /// <summary>The assembly that holds the queries; null for SqlHarness itself.</summary>
    public string? Assembly { get; init; }

    /// <summary>The folder of the files; null for stdout.</summary>
    public string? Out { get; init; }

    /// <summary>Whether to compare the files with what would be printed, and write nothing.</summary>
    public bool Check { get; init; }

    /// <summary>Whether to list the queries.</summary>
    public bool List { get; init; }

    /// <summary>What the text is used as: select, view, table, dbt.</summary>
    public required string Form { get; init; }

    /// <summary>The name of the view or table; null for the query's.</summary>
    public string? Name { get; init; }

    /// <summary>Whether columns without a name of their own are called in snake case.</summary>
    public bool SnakeCase { get; init; }

    /// <summary>Values of parameters, as name=value.</summary>
    public required IReadOnlyList<string> Set { get; init; }

    /// <summary>Whether files with another content are replaced.</summary>
    public bool Force { get; init; }

    /// <summary>Whether the list is JSON.</summary>
    public bool AsJson { get; init; }
}
