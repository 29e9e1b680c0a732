using SqlHarness.Portability;

namespace SqlHarness.Comparisons;

/// <summary>The queries that compare the rows of two sides of one connection.</summary>
abstract class RowQuery
{
    /// <summary>The queries for two sides.</summary>
    /// <exception cref="ComparisonException">A column cannot be brought into its common form, or a key's tolerance cannot be said in SQL.</exception>
    public static RowQuery Of(ComparedSide left, ComparedSide right, ComparisonPlan plan, RowFormulation formulation) =>
        Made(left, right, plan, new KeyExpressions(plan, DialectNames.Of(left.Context.MappingSchema)), formulation);

    static RowQuery Made(ComparedSide left, ComparedSide right, ComparisonPlan plan, KeyExpressions key, RowFormulation formulation) =>
        Generic.New<RowQuery>(typeof(RowQuery<,>), [plan.Tree.Type, key.Tree.Type], left, right, plan, key, formulation);

    /// <summary>Whether there may be pairs that no query decides.</summary>
    public abstract bool CanBeOpen { get; }

    /// <summary>How many rows a side has, and whether a join with itself would have many more: keys stand there more than once.</summary>
    /// <param name="isLeft">Of the left side; else of the right one.</param>
    /// <param name="isGuarded">Whether the second is asked; it is found in the same scan.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<(long Rows, bool Multiply)> RowsAsync(bool isLeft, bool isGuarded, CancellationToken cancellationToken);

    /// <summary>Counts the pairs and what stands on one side; what is open is left out.</summary>
    /// <param name="withoutNonUnique">Whether keys that stand more than once on a side are taken out first.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<PairCounts> PairsAsync(bool withoutNonUnique, CancellationToken cancellationToken);

    /// <summary>How many keys stand more than once on a side.</summary>
    public abstract Task<long> NonUniqueKeysAsync(CancellationToken cancellationToken);

    /// <summary>The pairs that no query decides, each as its left and its right cells, as they are read.</summary>
    public abstract IAsyncEnumerable<(object?[] Left, object?[] Right)> OpenPairs(bool withoutNonUnique);

    /// <summary>Rows of keys that are not unique, or all where there is no key: how many are on both sides, on the left and on the right alone.</summary>
    public abstract Task<(long Both, long Left, long Right)> BagsAsync(CancellationToken cancellationToken);

    /// <summary>These rows, key by key, each with how often it stands on the left and on the right.</summary>
    /// <param name="all">Whether with those that stand equally often on both sides.</param>
    public abstract IAsyncEnumerable<(object?[] Row, long Lefts, long Rights)> BagRows(bool all);

    /// <summary>All pairs that differ by what the query decides, and what stands on one side alone, in any order.</summary>
    /// <param name="withoutNonUnique">Whether keys that stand more than once on a side are left out.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<List<(object?[]? Left, object?[]? Right)>> DifferingAsync(bool withoutNonUnique, CancellationToken cancellationToken);

    /// <summary>Pairs that differ, in the order of the key.</summary>
    /// <param name="withoutNonUnique">Whether keys that stand more than once on a side are left out.</param>
    /// <param name="most">The most pairs.</param>
    /// <param name="column">The column in which they differ; any if null.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<List<(object?[] Left, object?[] Right)>> ModifiedAsync(bool withoutNonUnique, int most, int? column, CancellationToken cancellationToken);

    /// <summary>Rows of the left or the right side alone, in the order of the key.</summary>
    /// <param name="isLeft">Which.</param>
    /// <param name="withoutNonUnique">Whether keys that stand more than once on a side are left out.</param>
    /// <param name="most">The most rows.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public abstract Task<List<object?[]>> OneSidedAsync(bool isLeft, bool withoutNonUnique, int most, CancellationToken cancellationToken);
}
