namespace SqlHarness.Comparisons;

/// <summary>Two values as one, so that a query can carry any number of columns of any types: pairs of pairs make a tree of them.</summary>
sealed class Pair<TFirst, TSecond>
{
    public required TFirst First { get; init; }

    public required TSecond Second { get; init; }
}
