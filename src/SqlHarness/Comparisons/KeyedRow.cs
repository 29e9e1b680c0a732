namespace SqlHarness.Comparisons;

/// <summary>A row of either side in a query, with its key.</summary>
sealed class KeyedRow<TCells, TKey>
{
    public required TKey Key { get; init; }

    public required TCells Cells { get; init; }

    /// <summary>One for a row of the left side.</summary>
    public required int Lefts { get; init; }

    /// <summary>One for a row of the right side.</summary>
    public required int Rights { get; init; }
}
