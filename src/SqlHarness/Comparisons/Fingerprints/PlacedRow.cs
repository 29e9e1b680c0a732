namespace SqlHarness.Comparisons;

/// <summary>A row of one side in a query, with what places it in a segment.</summary>
/// <typeparam name="TCells">The tree of its cells.</typeparam>
sealed class PlacedRow<TCells>
{
    public required TCells Cells { get; init; }

    /// <summary>The key's form.</summary>
    public required long? Key { get; init; }
}
