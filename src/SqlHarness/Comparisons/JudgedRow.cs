namespace SqlHarness.Comparisons;

/// <summary>The rows of one key on both sides, in a query, and what is known of them.</summary>
/// <typeparam name="TCells">The tree of a row's cells.</typeparam>
/// <typeparam name="TOutcome">The tree of the outcome's numbers.</typeparam>
sealed class JudgedRow<TCells, TOutcome>
{
    public required TCells Left { get; init; }

    public required int? Lefts { get; init; }

    public required TCells Right { get; init; }

    public required int? Rights { get; init; }

    public required TOutcome Outcome { get; init; }
}
