namespace SqlHarness.Comparisons;

/// <summary>A row of one side in a query, with its linear forms.</summary>
sealed class PrintedRow<TCells>
{
    public required TCells Cells { get; init; }

    public required long? First { get; init; }

    public required long? Second { get; init; }

    /// <summary>The key's; it divides rows into segments.</summary>
    public required long? Key { get; init; }

    /// <summary>One for a row that the forms do not say whole.</summary>
    public required long Beyond { get; init; }
}
