namespace SqlHarness.Comparisons;

/// <summary>A key, or a whole row, with how often it stands on each side.</summary>
sealed class CountedKey<TKey>
{
    public required TKey Key { get; init; }

    public required int Lefts { get; init; }

    public required int Rights { get; init; }
}
