namespace SqlHarness.Comparisons;

/// <summary>The rows of one key on both sides, in a query; also keys that stand on one side only.</summary>
/// <typeparam name="TCells">The tree of a row's cells.</typeparam>
sealed class JoinedRow<TCells>
{
    public required TCells Left { get; init; }

    /// <summary>How many rows of the left side; NULL or 0 for none. The cells mean nothing beyond one.</summary>
    public required int? Lefts { get; init; }

    public required TCells Right { get; init; }

    public required int? Rights { get; init; }
}
