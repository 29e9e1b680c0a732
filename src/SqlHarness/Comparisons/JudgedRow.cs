namespace SqlHarness.Comparisons;

/// <summary>The rows of one key on both sides, in a query, and what is known of them.</summary>
/// <typeparam name="TCells">The tree of a row's cells.</typeparam>
sealed class JudgedRow<TCells>
{
    public required TCells Left { get; init; }

    public required int? Lefts { get; init; }

    public required TCells Right { get; init; }

    public required int? Rights { get; init; }

    /// <summary>1 where the cells of a pair differ, else 0: asked first, so that of equal rows no column is looked at again.</summary>
    public required int Modified { get; init; }
}
