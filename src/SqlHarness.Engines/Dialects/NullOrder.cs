namespace SqlHarness.Engines.Dialects;

/// <summary>Where a dialect sorts NULL when nothing is said. The contract has NULL as the smallest value.</summary>
enum NullOrder
{
    /// <summary>First ascending, last descending.</summary>
    Smallest,

    /// <summary>Last ascending, first descending.</summary>
    Largest,

    /// <summary>Last in both directions.</summary>
    Last,
}
