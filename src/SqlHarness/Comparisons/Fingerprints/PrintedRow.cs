namespace SqlHarness.Comparisons;

/// <summary>What is known of a row of one side in a query.</summary>
sealed class PrintedRow
{
    public required long? First { get; init; }

    public required long? Second { get; init; }

    /// <summary>The key's form; it divides rows into segments.</summary>
    public required long? Key { get; init; }

    /// <summary>One for a row that the forms do not say whole.</summary>
    public required long Beyond { get; init; }
}
